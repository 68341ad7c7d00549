import type { About } from '../../cards/index.ts';
import { carriedAnswers } from '../walk.ts';
import type { Action } from '../intent.ts';
import { openWalk, type ConversationState, type Walk } from '../state.ts';
import { treeOf, type Turn } from '../turn.ts';

/** What a click or a word is about: a walk, an answer, or nothing that is known; `other-run` for a card of another walk. */
export type Subject =
  | { readonly kind: 'walk'; readonly walk: Walk }
  | { readonly kind: 'article'; readonly article: string; readonly about: About }
  | { readonly kind: 'none'; readonly about: About }
  | { readonly kind: 'other-run' };

const walksIn = ({ dialogs, finished }: ConversationState): readonly Walk[] => [
  ...dialogs.dialogStack.map(({ state }) => state),
  ...(finished ? [finished] : []),
];

/** The walk on the card that was clicked, with the answers that the card shows. Moves no walk and keeps none. */
const clickedWalk = (turn: Turn, { tree: id, run, answers }: Action): Subject => {
  const walks = walksIn(turn.state);
  const known = walks.find((walk) => walk.run === run && walk.tree === id);
  if (!known && walks.length > 0) return { kind: 'other-run' };
  const tree = treeOf(turn, id);
  if (!tree || run === undefined) return { kind: 'none', about: {} };
  const counted = answers ? carriedAnswers(tree, answers, turn) : (known?.answers ?? {});
  return { kind: 'walk', walk: { tree: tree.id, run, answers: counted, ...told(known, counted) } };
};

/** What a story told and is still waiting goes with the walk as long as it stands where the card shows it. */
const told = (known: Walk | undefined, answers: Walk['answers']): Pick<Walk, 'told'> =>
  known?.told && Object.keys(known.answers).length === Object.keys(answers).length ? { told: known.told } : {};

/** What a typed word is about: what was shown last, an answer or a walk. */
const shownLast = (turn: Turn): Subject => {
  const { state } = turn;
  const { asked, shown, finished } = state;
  const { municipality } = asked ?? {};
  const { article, days } = state.answerLast ?? {};
  const place = municipality === undefined ? {} : { municipality };
  if (state.answerLast)
    return article === undefined
      ? { kind: 'none', about: place }
      : { kind: 'article', article, about: { article, ...place, ...(days ? { answers: days } : {}) } };
  const walk = walksIn(state).find(({ run }) => run === shown) ?? openWalk(state) ?? finished;
  return walk && treeOf(turn, walk.tree) ? { kind: 'walk', walk } : { kind: 'none', about: place };
};

/** What is meant: what a card carries, or, for a typed word, what stands last. Reads the state and leaves it as it is. */
export const subjectOf = (turn: Turn, action: Action | undefined): Subject => {
  if (!action) return shownLast(turn);
  const { article, municipality, answers, run } = action;
  if (run !== undefined) return clickedWalk(turn, action);
  const place = municipality === undefined ? {} : { municipality };
  if (article === undefined) return { kind: 'none', about: place };
  return { kind: 'article', article, about: { article, ...place, ...(answers ? { answers } : {}) } };
};
