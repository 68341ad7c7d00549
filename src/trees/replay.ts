import { InternalError } from '../errors.ts';
import { isCivilDate, type CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { rules, type RuleInput } from '../rules/index.ts';
import { arrowsOf } from './graph.ts';
import {
  isDecide,
  isOutcome,
  isQuestion,
  type Decide,
  type DecisionTree,
  type Option,
  type Outcome,
  type Question,
} from './schema.ts';

/** Named answers of one walk: question id to option id or, for a date question, the day. */
export type Answers = Readonly<Record<string, string>>;

/** Where answers lead. `path` are the questions passed, in order; `dropped` are answers that no longer count. */
export type Position = { readonly path: readonly string[]; readonly dropped: readonly string[] } & (
  | { readonly kind: 'question'; readonly id: string; readonly question: Question }
  | { readonly kind: 'outcome'; readonly id: string; readonly outcome: Outcome }
);

/** What a replay needs beside the answers. */
export interface Setting {
  readonly knowledge: Knowledge;
  readonly today: CivilDate;
}

/** The day a walk asks about: its own date answer, else today. */
export const asOfDay = (answers: Answers, today: CivilDate): CivilDate => {
  const { date } = answers;
  return date !== undefined && isCivilDate(date) ? date : today;
};

/** The arrow that an answer takes, or undefined when the question cannot be answered so. */
const nextBy = (question: Question, answer: string | undefined): string | undefined => {
  if (answer === undefined) return undefined;
  if ('input' in question) return isCivilDate(answer) ? question.next : undefined;
  return question.options.find(({ id }) => id === answer)?.next;
};

/** The node of an id that a checked tree holds. */
export const nodeOf = (tree: DecisionTree, id: string) => {
  const node = tree.nodes[id];
  if (!node)
    throw new InternalError(
      `The tree "${tree.id}" has no node "${id}".`,
      'Trees are checked before they are played.',
      'Run the check command.',
    );
  return node;
};

/** What a decide node's rule says to the answers so far. */
export const runRule = ({ decide }: Decide, input: RuleInput): { value: string; final: boolean } => {
  const rule = rules[decide];
  const value = rule?.run(input);
  if (!rule || value === undefined || !rule.values.includes(value))
    throw new InternalError(
      `The rule "${decide}" gave a value that it does not list.`,
      'Every result needs an arrow.',
      'Add the value to the rule and the tree.',
    );
  return { value, final: rule.final.includes(value) };
};

/** Plays answers by name from the start. Pure: the same tree, answers and day give the same position. */
export const replay = (tree: DecisionTree, answers: Answers, { knowledge, today }: Setting): Position => {
  const asOf = asOfDay(answers, today);
  const path: string[] = [];
  const counted: Record<string, string> = {};
  const dropped = (): string[] =>
    Object.keys(answers).filter((id) => !Object.hasOwn(counted, id) && tree.settings[id] === undefined);
  let id = tree.start;
  for (;;) {
    const node = nodeOf(tree, id);
    if (isOutcome(node)) return { kind: 'outcome', id, outcome: node, path, dropped: dropped() };
    if (isDecide(node)) {
      id = node.next[runRule(node, { knowledge, asOf, answers: counted }).value] ?? '';
      continue;
    }
    const answer = answers[id];
    const next = nextBy(node, answer);
    if (answer === undefined || next === undefined)
      return { kind: 'question', id, question: node, path, dropped: dropped() };
    path.push(id);
    counted[id] = answer;
    id = next;
  }
};

/** The most questions that can still follow once the open one is answered. Never grows along a walk. */
export const atMostLeft = (
  tree: DecisionTree,
  position: Position,
  answers: Answers,
  { knowledge, today }: Setting,
): number => {
  if (position.kind === 'outcome') return 0;
  const asOf = asOfDay(answers, today);
  const counted = Object.fromEntries(position.path.map((id) => [id, answers[id] ?? '']));
  const longest = new Map<string, number>();
  const from = (id: string): number => {
    const known = longest.get(id);
    if (known !== undefined) return known;
    const node = nodeOf(tree, id);
    const arrows = arrowsOf(id, node);
    const decided = isDecide(node) ? runRule(node, { knowledge, asOf, answers: counted }) : undefined;
    const open = decided?.final ? arrows.filter(({ by }) => by === decided.value) : arrows;
    const length = (isQuestion(node) ? 1 : 0) + Math.max(0, ...open.map(({ to }) => from(to)));
    longest.set(id, length);
    return length;
  };
  return from(position.id) - 1;
};

/** The option an answer names, for showing it; undefined for dates and for what is not an option. */
export const optionOf = (tree: DecisionTree, questionId: string, answer: string): Option | undefined => {
  const node = tree.nodes[questionId];
  return node && isQuestion(node) && 'options' in node ? node.options.find(({ id }) => id === answer) : undefined;
};
