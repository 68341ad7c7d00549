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
  const position = replay(tree, answers, setting);
  const asked =
    (position.kind === 'question' && position.id === question) ||
    position.path.includes(question) ||
    tree.settings[question] !== undefined;
  if (!asked) return { kind: 'stale' };
  if (!isAnswer(tree, question, option)) return { kind: 'not-an-option' };
  if (answers[question] === option) return { kind: 'repeated' };
  const corrected = { ...countedAnswers(tree, answers, position), [question]: option };
  const { dropped } = replay(tree, corrected, setting);
  return { kind: 'moved', answers: without(corrected, dropped), dropped };
};

/** The walk before its last answer; undefined when there is none to take back. */
export const stepBack = (tree: DecisionTree, answers: Answers, setting: Setting): Answers | undefined => {
  const position = replay(tree, answers, setting);
  const last = position.path.at(-1);
  return last === undefined ? undefined : without(countedAnswers(tree, answers, position), [last]);
};
