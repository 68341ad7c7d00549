import type { MenuItemView, SummaryView } from '../../cards/index.ts';
import {
  asOfDay,
  isQuestion,
  type DecisionTree,
  type Outcome,
  type Part,
  type Position,
  type Shows,
} from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { answerText, questionText } from './questionView.ts';
import type { Scene } from './scene.ts';
import { checklistSection } from './sections/checklist.ts';
import { contactSection } from './sections/contacts.ts';
import { deadlineSection } from './sections/deadlines.ts';
import { dutySection } from './sections/duty.ts';
import { localSection } from './sections/local.ts';
import { joined, nothing, type Composed, type Composer, type Ending } from './sections/section.ts';
import { comparisonSection, standardSection } from './sections/standard.ts';
import { citedOn, sourceViews } from './sourceViews.ts';

/** `governing` is not among them: it has a card of its own. */
const composers: Readonly<Record<Exclude<Part, 'governing'>, Composer>> = {
  contacts: contactSection,
  deadlines: deadlineSection,
  local: localSection,
  standard: standardSection,
  comparison: comparisonSection,
  checklist: checklistSection,
};

const compose = (ending: Ending, shown: Shows): Composed => {
  if (shown === 'governing') return nothing;
  if (typeof shown === 'string') return composers[shown](ending);
  if ('duty' in shown) return dutySection(ending, shown.duty);
  return dutySection(
    ending,
    [shown.prefix, ...shown.dutyBy.map((question) => ending.answers[question] ?? 'unknown')].join('-'),
  );
};

/** The card for the end of a walk that is told in sections. */
export const summaryView = (
  tree: DecisionTree,
  walk: Walk,
  position: Position & { outcome: Outcome },
  scene: Scene,
  then: readonly MenuItemView[],
  note?: string,
): SummaryView => {
  const { knowledge, today } = scene;
  const { answers } = walk;
  const { outcome } = position;
  const asOf = asOfDay(answers, today);
  const { sections, cited } = joined(outcome.shows.map((shown) => compose({ ...scene, tree, answers, asOf }, shown)));
  const own = outcome.citations.flatMap((citation) =>
    citedOn([citation], knowledge.source(citation.source)?.fetchedOn ?? asOf),
  );
  return {
    kind: 'summary',
    tree: tree.id,
    treeTitle: tree.title,
    run: walk.run,
    answers,
    asOf,
    title: outcome.outcome,
    conclusion: outcome.conclusion,
    sections,
    reasons: position.path.map((id) => {
      const node = tree.nodes[id];
      const provision = node && isQuestion(node) ? node.why.provision : '';
      return {
        question: id,
        text: questionText(tree, id),
        answer: answerText(tree, id, answers[id] ?? ''),
        provision: knowledge.provision(provision)?.label ?? provision,
      };
    }),
    sources: sourceViews(knowledge, [...own, ...cited]),
    then,
    ...(note === undefined ? {} : { note }),
  };
};
