import type { CivilDate } from '../../dates/index.ts';

/** The facts of a case that a story can state; names and values are those of `decide --batch`. */
export type FactName =
  | 'need'
  | 'hospitalPlan'
  | 'pensionAge'
  | 'ageRelatedLoss'
  | 'careNeed'
  | 'comparableNeed'
  | 'personalAssistance'
  | 'earlierDecision'
  | 'needChanged'
  | 'housing';

/** One fact that the text states, with the words it stands in. */
export interface FactFound {
  readonly fact: FactName;
  readonly value: string;
  readonly said: string;
  /** Where the words start and end in the text. */
  readonly from: number;
  readonly to: number;
}

/** What can happen on a day that deadlines are counted from. */
export type StoryEvent =
  'discharge' | 'ready-for-training' | 'visitation' | 'decision-received' | 'inquiry' | 'arrival' | 'training-start';

/** A day that the text names, and what happened on it when the text says so. */
export interface DateFound {
  readonly day: CivilDate;
  readonly said: string;
  readonly event?: StoryEvent;
}

/** What a text tells about one citizen. A fact that is absent is unknown. */
export interface Story {
  /** At most one of each name, in the order in which they stand in the text. */
  readonly facts: readonly FactFound[];
  /** Age in years, when it is stated. */
  readonly age?: number;
  /** Year of birth, when it is stated. */
  readonly birthYear?: number;
  readonly dates: readonly DateFound[];
}

/** What the reader must know from outside the text. */
export interface Setting {
  readonly today: CivilDate;
  /** Whether someone of an age, or born in a year, has reached folkepensionsalderen. */
  readonly pensionAge: (age: { years?: number; birthYear?: number }) => 'reached' | 'not-reached' | 'unknown';
}
