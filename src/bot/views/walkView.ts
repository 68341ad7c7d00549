import type { OutcomeView, ResumeView, SummaryView, View } from '../../cards/index.ts';
import { replay, type DecisionTree } from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { treeOf, type Turn } from '../turn.ts';
import type { Ended } from './endedWalk.ts';
import { formView } from './formView.ts';
import { outcomeView } from './outcomeView.ts';
import { questionView } from './questionView.ts';
import { summaryView } from './summaryView.ts';

/** The card for the end of a walk: what governs, or a summary in sections; with the walk that was put aside for it. */
export const endView = (
  tree: DecisionTree,
  walk: Walk,
  position: Ended,
  turn: Turn,
  note?: string,
): OutcomeView | SummaryView => {
  const resume = putAside(turn, walk);
  const items = turn.menu.menu.filter(({ tree: id }) => position.outcome.then.includes(id));
  const view = position.outcome.shows.includes('governing')
    ? outcomeView(tree, walk, position, turn, note)
    : summaryView(tree, walk, position, turn, items, note);
  return resume ? { ...view, resume } : view;
};

/** The walk below this one on the stack, if any, by its title. */
const putAside = (turn: Turn, { run }: Walk): ResumeView | undefined => {
  const below = turn.state.dialogs.dialogStack.map(({ state }) => state).findLast((walk) => walk.run !== run);
  const tree = treeOf(turn, below?.tree);
  return below && tree ? { tree: below.tree, run: below.run, answers: below.answers, title: tree.title } : undefined;
};

/** Where a walk stands, as a card: its open question or form, or its end. */
export const walkView = (tree: DecisionTree, walk: Walk, turn: Turn, note?: string): View | undefined => {
  const position = replay(tree, walk.answers, turn);
  if (position.kind === 'outcome') return endView(tree, walk, position, turn, note);
  return formView(tree, walk, position, turn, note) ?? questionView(tree, walk, turn, undefined, note);
};
