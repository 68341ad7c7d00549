import { isQuestion, replay, type Answers, type Option, type Position } from '../../src/trees/index.ts';
import type { CivilDate } from '../../src/dates/index.ts';
import { knowledge, today, tree } from '../helpers/content.ts';

/** One question on a walk: the answers before it, and the option that this walk takes. */
export interface Stop {
  readonly answers: Answers;
  readonly question: string;
  readonly options: readonly Option[];
  readonly chosen: Option;
}

/** A whole walk: every question on it, and where it ends. */
export interface RandomWalk {
  readonly stops: readonly Stop[];
  readonly answers: Answers;
  readonly outcome: string;
}

/** Chance that can be repeated (mulberry32). */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Where answers lead on a day. */
export const positionOf = (answers: Answers, day: CivilDate = today): Position =>
  replay(tree, answers, { knowledge, today: day });

/** The question that every walk begins with. */
export const firstQuestion = positionOf({}).id;

/** The options of a question of the tree. */
export const optionsOf = (question: string): readonly Option[] => {
  const node = tree.nodes[question];
  if (!node || !isQuestion(node) || !('options' in node))
    throw new Error(`${question} is not a question with options.`);
  return node.options;
};

const questions = Object.entries(tree.nodes).flatMap(([id, node]) => (isQuestion(node) ? [id] : []));

/** Answers every question of the tree at random, and keeps the answers that the walk asks for, in its order. */
const walkOnce = (next: () => number, day: CivilDate): RandomWalk => {
  const any = Object.fromEntries(
    questions.map((id) => [id, optionsOf(id)[Math.floor(next() * optionsOf(id).length)]!] as const),
  );
  const said = Object.fromEntries(Object.entries(any).map(([id, option]) => [id, option.id]));
  const { path, id: outcome } = positionOf(said, day);
  const stops = path.map((question, index) => ({
    answers: Object.fromEntries(path.slice(0, index).map((id) => [id, said[id]!])),
    question,
    options: optionsOf(question),
    chosen: any[question]!,
  }));
  return { stops, answers: Object.fromEntries(path.map((id) => [id, said[id]!])), outcome };
};

/** So many walks by chance; the same seed gives the same walks. */
export const randomWalks = (count: number, seed: number, day: CivilDate = today): readonly RandomWalk[] => {
  const next = chance(seed);
  return Array.from({ length: count }, () => walkOnce(next, day));
};

/** Every stop of some walks, each place on the tree (question and answers before it) once. */
export const placesOn = (walks: readonly RandomWalk[]): readonly Stop[] => [
  ...new Map(walks.flatMap(({ stops }) => stops).map((stop) => [JSON.stringify(stop.answers), stop])).values(),
];
