import { isCivilDate } from '../dates/index.ts';
import {
  isQuestion,
  optionOf,
  replay,
  type Answers,
  type DecisionTree,
  type Position,
  type Setting,
} from '../trees/index.ts';

/** What an answer does to a walk. Everything but `moved` changes nothing. */
export type Moved =
  | { readonly kind: 'moved'; readonly answers: Answers; readonly dropped: readonly string[] }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'not-an-option' };

const isAnswer = (tree: DecisionTree, question: string, option: string): boolean => {
  if (tree.settings[question]) return isCivilDate(option);
  const node = tree.nodes[question];
  if (!node || !isQuestion(node)) return false;
  return 'options' in node ? optionOf(tree, question, option) !== undefined : isCivilDate(option);
};

const without = (answers: Answers, gone: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.includes(id)));

/** The answers that count, in the order they were asked, with the settings after them. */
export const countedAnswers = (tree: DecisionTree, answers: Answers, position: Position): Answers =>
  Object.fromEntries(
    [...position.path, ...Object.keys(tree.settings)].flatMap((id) =>
      answers[id] === undefined ? [] : [[id, answers[id]]],
    ),
  );

/** Of the answers that a card carried, those that count; whatever else it held is left behind. */
export const carriedAnswers = (tree: DecisionTree, carried: Answers, setting: Setting): Answers => {
  const readable = Object.fromEntries(
    Object.entries(carried).filter(([id, answer]) => tree.settings[id] === undefined || isCivilDate(answer)),
  );
  return countedAnswers(tree, readable, replay(tree, readable, setting));
};

/** True when `later` holds all of `earlier`, unchanged, and more. */
export const goesOn = (earlier: Answers, later: Answers): boolean =>
  Object.entries(earlier).every(([id, answer]) => later[id] === answer) &&
  Object.keys(later).length > Object.keys(earlier).length;

/** True for a question that is open, has been passed, or can be answered at any time. */
export const isOnTheWay = (tree: DecisionTree, answers: Answers, question: string, setting: Setting): boolean => {
  const position = replay(tree, answers, setting);
  return (
    (position.kind === 'question' && position.id === question) ||
    position.path.includes(question) ||
    tree.settings[question] !== undefined
  );
};

/** The question that a typed answer is for: the one being corrected, else the first unanswered. None at an outcome. */
export const openQuestion = (
  tree: DecisionTree,
  { answers, editing }: { readonly answers: Answers; readonly editing?: string | undefined },
  setting: Setting,
): string | undefined => {
  if (editing !== undefined && isOnTheWay(tree, answers, editing, setting)) return editing;
  const position = replay(tree, answers, setting);
  return position.kind === 'question' ? position.id : undefined;
};

/**
 * Gives one answer, to the open question or to an earlier one. Correcting keeps the later answers that still count and
 * names those that fall away. The same answer again, or one to a question that is not on the way, changes nothing.
 */
export const answerWalk = (
  tree: DecisionTree,
  answers: Answers,
  question: string,
  option: string,
  setting: Setting,
): Moved => {
  if (!isOnTheWay(tree, answers, question, setting)) return { kind: 'stale' };
  if (!isAnswer(tree, question, option)) return { kind: 'not-an-option' };
  if (answers[question] === option) return { kind: 'repeated' };
  const counted = countedAnswers(tree, answers, replay(tree, answers, setting));
  const corrected = { ...counted, [question]: option };
  const { dropped } = replay(tree, corrected, setting);
  return { kind: 'moved', answers: without(corrected, dropped), dropped };
};

/** The walk before its last answer; undefined when there is none to take back. */
export const stepBack = (tree: DecisionTree, answers: Answers, setting: Setting): Answers | undefined => {
  const position = replay(tree, answers, setting);
  const last = position.path.at(-1);
  return last === undefined ? undefined : without(countedAnswers(tree, answers, position), [last]);
};

/**
 * Gives all answers of a form at once. Questions that it leaves out stay open; one that is not an option spoils nothing of
 * the others. `moved` when any answer counted.
 */
export const answerForm = (
  tree: DecisionTree,
  answers: Answers,
  form: string,
  fields: Readonly<Record<string, string>>,
  setting: Setting,
): Moved => {
  const questions = tree.forms[form]?.questions ?? [];
  const given = questions.filter((id) => fields[id] !== undefined);
  if (given.length === 0) return { kind: questions.length === 0 ? 'stale' : 'not-an-option' };
  let moved: Moved = { kind: 'repeated' };
  let now = answers;
  for (const id of given) {
    const next = answerWalk(tree, now, id, fields[id] ?? '', setting);
    if (next.kind === 'moved') now = next.answers;
    if (moved.kind !== 'moved' || next.kind === 'moved') moved = next;
  }
  return moved.kind === 'moved' ? { kind: 'moved', answers: now, dropped: [] } : moved;
};

/**
 * Answers what a story told, as far as its questions have come: the answers with those added, and what is still waiting.
 * A day that the walk asks about is a setting, and counts at once.
 */
export const withTold = (
  tree: DecisionTree,
  answers: Answers,
  told: Answers,
  setting: Setting,
): { readonly answers: Answers; readonly told?: Answers } => {
  const settings = Object.keys(tree.settings).filter((id) => told[id] !== undefined);
  let now: Answers = { ...answers, ...Object.fromEntries(settings.map((id) => [id, told[id] ?? ''])) };
  const waiting = new Map(Object.entries(told).filter(([id]) => !settings.includes(id)));
  for (;;) {
    const position = replay(tree, now, setting);
    const answer = position.kind === 'question' ? waiting.get(position.id) : undefined;
    if (position.kind !== 'question' || answer === undefined || !isAnswer(tree, position.id, answer)) break;
    waiting.delete(position.id);
    now = { ...now, [position.id]: answer };
  }
  for (const id of Object.keys(now)) waiting.delete(id);
  return waiting.size === 0 ? { answers: now } : { answers: now, told: Object.fromEntries(waiting) };
};
