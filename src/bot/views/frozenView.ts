import type { FrozenView } from '../../cards/index.ts';
import { asOfDay } from '../../trees/index.ts';
import type { Action } from '../intent.ts';
import type { Walk } from '../state.ts';
import { treeOf, type Turn } from '../turn.ts';
import { answerText, questionText } from './questionView.ts';

const walkOf = ({ state }: Turn, { tree, run }: Action): Walk | undefined =>
  [state.finished, ...state.dialogs.dialogStack.map((dialog) => dialog.state)].findLast(
    (walk) => walk?.run === run && walk?.tree === tree,
  );

/** The questions of the card that was clicked, each with what the click answered. */
const givenBy = (
  turn: Turn,
  { tree, form, question, option, fields }: Action,
): readonly (readonly [string, string])[] => {
  if (form === undefined) return question === undefined || option === undefined ? [] : [[question, option]];
  const questions = treeOf(turn, tree)?.forms[form]?.questions ?? [];
  return questions.flatMap((id) => (fields[id] === undefined ? [] : [[id, fields[id]] as const]));
};

/**
 * What takes the place of the card that was clicked, after a turn: the answer that was given, when the walk holds it.
 * Undefined for every other click, because that card can still be used.
 */
export const frozenView = (turn: Turn): FrozenView | undefined => {
  const { intent, guide, phrases, today } = turn;
  if (intent.kind !== 'action' || intent.action.kind !== 'answer') return undefined;
  const walk = walkOf(turn, intent.action);
  const tree = treeOf(turn, walk?.tree);
  const given = givenBy(turn, intent.action);
  if (!walk || !tree || given.length === 0 || given.some(([id, answer]) => walk.answers[id] !== answer))
    return undefined;
  return {
    treeTitle: tree.title,
    answered: given.map(([id, answer]) => ({
      question: questionText(tree, id),
      answer: answerText(tree, id, answer, phrases),
    })),
    asOf: asOfDay(walk.answers, today),
    version: guide.version,
  };
};
