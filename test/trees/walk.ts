import fc from 'fast-check';
import { addDays, type CivilDate } from '../../src/dates/index.ts';
import { factsFrom, type Facts } from '../../src/rules/index.ts';
import {
  atMostLeft,
  replay,
  type Answers,
  type DecisionTree,
  type Position,
  type Question,
  type Setting,
} from '../../src/trees/index.ts';
import { knowledge, today, tree } from '../helpers/content.ts';

/** A question as it was met: what had been answered before it, and how many the guide said could follow. */
export interface Step {
  readonly id: string;
  readonly question: Question;
  readonly before: Answers;
  readonly left: number;
}

/** A walk through a tree, from the start to its outcome. */
export interface Walk {
  readonly date: CivilDate;
  readonly steps: readonly Step[];
  readonly answers: Answers;
  readonly end: Extract<Position, { kind: 'outcome' }>;
}

export const setting: Setting = { knowledge, today };

/** The option ids of a question; none for a date. */
export const optionsOf = (question: Question): readonly string[] =>
  'options' in question ? question.options.map(({ id }) => id) : [];

/** What is answered at a question, out of its options; none for a question that takes a day. */
type Choose = (question: string, options: readonly string[]) => string;

/** Walks through a tree for a day, with the answer that `choose` gives at each question. */
export const walkThrough = (date: CivilDate, choose: Choose, through: DecisionTree = tree): Walk => {
  const steps: Step[] = [];
  let answers: Answers = Object.hasOwn(through.settings, 'date') ? { date } : {};
  for (;;) {
    const position = replay(through, answers, setting);
    if (position.kind === 'outcome') return { date, steps, answers, end: position };
    const { id, question } = position;
    if (answers[id] !== undefined) throw new Error(`${id} does not take ${answers[id]}`);
    steps.push({ id, question, before: answers, left: atMostLeft(through, position, answers, setting) });
    answers = { ...answers, [id]: choose(id, optionsOf(question)) };
  }
};

/** Walks with the facts given; what is not among them is answered with "unknown". */
export const walkWith = (date: CivilDate, facts: Facts): Walk =>
  walkThrough(date, (question) => (facts as Answers)[question] ?? 'unknown');

/** What a walk has told about the case. */
export const toldIn = ({ answers }: Pick<Walk, 'answers'>): Facts => factsFrom(answers);

/** Numbers by which a random walk chooses its options. */
export const somePicks = fc.array(fc.nat({ max: 1000 }), { minLength: 12, maxLength: 12 });

/** A walk that takes the option each number points at, counting round, or a day that it points at. */
export const walkBy = (date: CivilDate, picks: readonly number[], through: DecisionTree = tree): Walk => {
  let at = 0;
  const choose: Choose = (_, options) => {
    const pick = picks[at++] ?? 0;
    return options.length > 0 ? (options[pick % options.length] ?? '') : addDays(date, pick % 60);
  };
  return walkThrough(date, choose, through);
};
