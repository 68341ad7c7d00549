import type { ReasonView } from '../../cards/index.ts';
import type { CivilDate } from '../../dates/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import {
  asOfDay,
  isQuestion,
  type Answers,
  type DecisionTree,
  type Outcome,
  type Position,
} from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { questionText, toldText } from './questionView.ts';
import type { Scene } from './scene.ts';
import { citedOn, type Cited } from './sourceViews.ts';

/** What every card at the end of a walk says, whatever else it shows. */
export interface EndedWalk {
  readonly tree: string;
  readonly treeTitle: string;
  readonly run: string;
  readonly answers: Answers;
  readonly asOf: CivilDate;
  readonly title: string;
  readonly conclusion: string;
  readonly note?: string;
}

/** A walk that has ended in an outcome. */
export type Ended = Position & { readonly outcome: Outcome };

/** The parts that the ends of all walks share. */
export const endedWalk = (
  tree: DecisionTree,
  { run, answers }: Walk,
  { outcome }: Ended,
  { today }: Scene,
  note?: string,
): EndedWalk => ({
  tree: tree.id,
  treeTitle: tree.title,
  run,
  answers,
  asOf: asOfDay(answers, today),
  title: outcome.outcome,
  conclusion: outcome.conclusion,
  ...(note === undefined ? {} : { note }),
});

/** The answers on the way, those that are assumed told as such, each with the provision that makes it count: the one named in `counts`, or why it was asked. */
export const reasonsOf = (
  { knowledge, phrases }: Pick<Scene, 'knowledge' | 'phrases'>,
  tree: DecisionTree,
  { path }: Pick<Ended, 'path'>,
  walk: Pick<Walk, 'answers' | 'assumed'>,
  counts: ReadonlyMap<string, string> = new Map(),
): readonly ReasonView[] =>
  path.map((id) => {
    const node = tree.nodes[id];
    const asked = node && isQuestion(node) ? node.why.provision : '';
    const provision = counts.get(id) ?? asked;
    return {
      question: id,
      text: questionText(tree, id),
      answer: toldText(tree, walk, id, phrases),
      provision: knowledge.provision(provision)?.label ?? provision,
    };
  });

/** What the outcome's own words stand on. */
export const ownCitations = (knowledge: Knowledge, { outcome }: Ended, asOf: CivilDate): readonly Cited[] =>
  outcome.citations.flatMap((citation) => citedOn([citation], knowledge.source(citation.source)?.fetchedOn ?? asOf));
