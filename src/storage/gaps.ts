import type { CountedEvent, CounterRow } from './counters.ts';

/** What the report lists, in this order: at the end why answers were voted down. */
export const gapEvents = [
  'unanswered',
  'refused',
  'corrected',
  'down-voted',
  'reason-wrong',
  'reason-outdated',
  'reason-unclear',
  'reason-offTopic',
  'reason-incomplete',
] as const satisfies readonly CountedEvent[];

/** One topic's share of what went wrong in a week. */
export interface Gap {
  readonly event: (typeof gapEvents)[number];
  readonly topic: string;
  readonly count: number;
  /** How many in each municipality, `-` for those where none was known. */
  readonly municipalities: Readonly<Record<string, number>>;
}

/** One ISO week. */
export interface GapWeek {
  readonly week: string;
  /** Everything counted in it, by event. */
  readonly totals: Readonly<Record<string, number>>;
  /** By event, the most frequent topic first, and by name where two are as frequent. */
  readonly gaps: readonly Gap[];
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const sum = (rows: readonly CounterRow[]): number => rows.reduce((total, { count }) => total + count, 0);

const grouped = (rows: readonly CounterRow[], by: 'event' | 'topic' | 'week'): [string, readonly CounterRow[]][] =>
  [...new Set(rows.map((row) => row[by]))].sort(inOrder).map((name) => [name, rows.filter((row) => row[by] === name)]);

const gapsOf = (rows: readonly CounterRow[]): readonly Gap[] =>
  gapEvents.flatMap((event) =>
    grouped(
      rows.filter((row) => row.event === event),
      'topic',
    )
      .map(([topic, own]) => ({
        event,
        topic,
        count: sum(own),
        municipalities: Object.fromEntries(own.map(({ municipality, count }) => [municipality, count])),
      }))
      .sort((one, other) => other.count - one.count || inOrder(one.topic, other.topic)),
  );

/** The last `weeks` weeks in which anything was counted, latest first. Looks at no clock: the same rows give the same weeks. */
export const gapWeeks = (rows: readonly CounterRow[], weeks: number): readonly GapWeek[] =>
  grouped(rows, 'week')
    .slice(-weeks)
    .reverse()
    .map(([week, own]) => ({
      week,
      totals: Object.fromEntries(grouped(own, 'event').map(([event, counted]) => [event, sum(counted)])),
      gaps: gapsOf(own),
    }));
