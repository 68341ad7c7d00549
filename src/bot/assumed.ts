import type { Answers } from '../trees/index.ts';
import type { ConversationState, Walk } from './state.ts';

/** What a walk keeps of the questions that it assumes an answer to: nothing when there are none. */
export const assuming = (assumed: readonly string[]): Pick<Walk, 'assumed'> =>
  assumed.length === 0 ? {} : { assumed: [...assumed] };

/** The walk once the user has given the answers to some questions, whether it had assumed them or not. */
export const withGiven = ({ assumed = [], ...walk }: Walk, questions: readonly string[]): Walk => ({
  ...walk,
  ...assuming(assumed.filter((id) => !questions.includes(id))),
});

/** Of what a walk assumed, what these answers do not say otherwise. */
const stillAssumed = ({ answers, told, assumed = [] }: Walk, now: Answers): readonly string[] =>
  assumed.filter((id) => {
    const known = answers[id] ?? told?.[id];
    return known === undefined || now[id] === undefined || now[id] === known;
  });

/** The walk as a card shows it. A card carries answers alone: what the walk assumed and the card has alike is still assumed. */
export const shownWith = (walk: Walk, answers: Walk['answers']): Walk => ({
  tree: walk.tree,
  run: walk.run,
  answers,
  ...assuming(stillAssumed(walk, answers)),
});

/** What a conversation assumed of its own walk through a tree, as far as these answers say the same. */
export const assumedIn = (
  { dialogs, finished }: ConversationState,
  tree: string,
  answers: Answers,
): readonly string[] => {
  const known = [finished, ...dialogs.dialogStack.map(({ state }) => state)].findLast((walk) => walk?.tree === tree);
  return known ? stillAssumed(known, answers) : [];
};
