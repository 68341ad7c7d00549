import type { Content } from '../../content.ts';
import type { CivilDate } from '../../dates/index.ts';
import { InputError } from '../../errors.ts';
import { verdictFor } from '../../rules/index.ts';
import {
  arrowsOf,
  foldPaths,
  isDecide,
  isOutcome,
  isQuestion,
  type Answers,
  type DecisionTree,
  type Outcome,
  type TreeNode,
} from '../../trees/index.ts';

/** What a node does, in the words of the drawing. */
export const kindWords = { question: 'Spørgsmål', decide: 'Regel', outcome: 'Udfald' } as const;
export type Kind = keyof typeof kindWords;

/** A node as it is drawn; `dormant`: nothing leads there on the day, or nothing that it shows holds on the day. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  /** What an outcome stands on: what governs on the day, and what it cites. */
  readonly provisions: readonly string[];
  readonly dormant: boolean;
}

/** One answer or value, and where it leads. */
export interface DrawnArrow {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly label: string;
  readonly dormant: boolean;
}

/** A tree as it stands on a day, ready to be drawn or written out. */
export interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly date: CivilDate;
  readonly start: string;
  readonly nodes: readonly DrawnNode[];
  readonly arrows: readonly DrawnArrow[];
}

/** Which of the three kinds a node is of. */
export const kindOf = (node: TreeNode): Kind => (isQuestion(node) ? 'question' : isDecide(node) ? 'decide' : 'outcome');

/** What a node says first: its question, its rule's name or its heading. */
export const textOf = (node: TreeNode): string =>
  isQuestion(node) ? node.question : isDecide(node) ? node.decide : node.outcome;

const spoken: Readonly<Record<string, string>> = { yes: 'ja', no: 'nej' };

/** What an arrow is called: the option's label, or the rule's value. */
const labelOf = (node: TreeNode, by: string): string => {
  if (isDecide(node)) return spoken[by] ?? by;
  if (isQuestion(node) && 'options' in node) return node.options.find(({ id }) => id === by)?.label ?? by;
  return 'en dato';
};

/** What every walk on a day meets: the questions asked, the outcomes reached, and what governs at each. */
interface Met {
  readonly questions: ReadonlySet<string>;
  readonly governing: ReadonlyMap<string, ReadonlySet<string>>;
}

const meet = ({ knowledge }: Content, tree: DecisionTree, date: CivilDate): Met => {
  const questions = new Set<string>();
  const governing = new Map<string, Set<string>>();
  const governs = (id: string, answers: Answers): readonly string[] => {
    const node = tree.nodes[id];
    if (!node || !isOutcome(node) || !node.shows.includes('governing')) return [];
    const verdict = verdictFor({ knowledge, asOf: date, answers });
    return [...verdict.governing, ...verdict.candidates].map(({ provision }) => provision);
  };
  const walked = foldPaths(tree, { knowledge, today: date }, [date], ({ answers, outcome }) => {
    for (const id of Object.keys(answers)) questions.add(id);
    const known = governing.get(outcome) ?? new Set<string>();
    for (const provision of governs(outcome, answers)) known.add(provision);
    governing.set(outcome, known);
    return outcome;
  });
  if (!walked)
    throw new InputError(
      `The tree "${tree.id}" has too many paths.`,
      'What cannot be walked cannot be drawn by date.',
      'Ask fewer things in one tree.',
    );
  return { questions, governing };
};

/** Whether an outcome shows duties, named outright, and none of them holds on the day. */
const showsNothing = ({ knowledge }: Content, { shows }: Outcome, date: CivilDate): boolean =>
  shows.length > 0 &&
  shows.every((shown) => typeof shown === 'object' && 'duty' in shown && !knowledge.dutyOn(shown.duty, date));

const labelled = ({ knowledge }: Content, id: string, date: CivilDate): string => {
  const found = knowledge.provisionOn(id, date);
  if (!found) return id;
  return found.kind === 'in-force' ? found.provision.label : `${found.provision.label} (ikke i kraft)`;
};

const provisionsAt = (
  content: Content,
  outcome: Outcome,
  governing: ReadonlySet<string>,
  date: CivilDate,
): readonly string[] => [
  ...new Set([
    ...[...governing].sort().map((id) => labelled(content, id, date)),
    ...outcome.citations.map(
      ({ source, at }) => `${content.knowledge.source(source)?.title.split(/,| \(/u)[0] ?? source}, ${at}`,
    ),
  ]),
];

/** The tree as it stands on a day. What no walk meets on that day is dormant, and so is an answer that names a repealed provision. */
export const drawingOf = (content: Content, tree: DecisionTree, date: CivilDate): Drawing => {
  const met = meet(content, tree, date);
  const known = new Map<string, boolean>();
  const isDormant = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, false);
    const node = tree.nodes[id];
    if (!node) return false;
    const dormant = isOutcome(node)
      ? !met.governing.has(id) || showsNothing(content, node, date)
      : (isQuestion(node) && !met.questions.has(id)) || arrowsOf(id, node).every(({ to }) => isDormant(to));
    known.set(id, dormant);
    return dormant;
  };
  const namesRepealed = (node: TreeNode, by: string): boolean => {
    const found = isQuestion(node) ? content.knowledge.provisionOn(by, date) : undefined;
    return found !== undefined && found.kind !== 'in-force';
  };
  const entries = Object.entries(tree.nodes);
  return {
    id: tree.id,
    title: tree.title,
    description: tree.description,
    date,
    start: tree.start,
    nodes: entries.map(([id, node]) => ({
      id,
      kind: kindOf(node),
      text: textOf(node),
      provisions: isOutcome(node) ? provisionsAt(content, node, met.governing.get(id) ?? new Set(), date) : [],
      dormant: isDormant(id),
    })),
    arrows: entries.flatMap(([id, node]) =>
      arrowsOf(id, node).map(({ by, to }) => ({
        from: id,
        to,
        by,
        label: labelOf(node, by),
        dormant: isDormant(to) || isDormant(id) || namesRepealed(node, by),
      })),
    ),
  };
};
