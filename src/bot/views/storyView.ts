import type { ReasonView, View } from '../../cards/index.ts';
import { decisionFor } from '../../rules/index.ts';
import { asOfDay, replay, type Answers, type DecisionTree } from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import type { Turn } from '../turn.ts';
import { questionText, toldText } from './questionView.ts';
import { walkView } from './walkView.ts';

/** More candidates than these are no help to choose among. */
const mostCandidates = 6;

/** Where a walk stands, with what was read out of a story and what it may come to. */
export const storyView = (
  tree: DecisionTree,
  walk: Walk,
  turn: Turn,
  story: Answers,
  note?: string,
): View | undefined => {
  const view = walkView(tree, walk, turn, note);
  if (
    !view ||
    Object.keys(story).length === 0 ||
    (view.kind !== 'question' && view.kind !== 'outcome' && view.kind !== 'summary')
  )
    return view;
  const { path } = replay(tree, walk.answers, turn);
  // What is never asked changes nothing, so there is nothing in it to correct.
  const counted = path.filter((question) => story[question] !== undefined);
  const understood = counted.map((question): ReasonView => ({
    question,
    text: questionText(tree, question),
    answer: toldText(tree, walk, question, turn.phrases),
    provision: '',
  }));
  if (view.kind !== 'question') return { ...view, understood };
  const { governing, candidates } = decisionFor({
    knowledge: turn.knowledge,
    asOf: asOfDay(walk.answers, turn.today),
    answers: { ...walk.told, ...walk.answers },
  });
  const open = [...governing, ...candidates].map(
    ({ provision }) => turn.knowledge.provision(provision)?.label ?? provision,
  );
  return { ...view, understood, ...(open.length <= mostCandidates ? { candidates: open } : {}) };
};
