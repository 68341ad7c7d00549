import { z } from 'zod';
import {
  citationSchema,
  certaintySchema,
  day,
  doubtIsSaid,
  doubtMessage,
  slug,
  statementSchema,
  text,
} from './schema.ts';
import { deadlineSchema, standardSchema } from './standardSchema.ts';

/** Something that a deadline is counted from, as the sentence about the counting names it: "udskrivningen". */
export const eventSchema = z.strictObject({ id: slug, label: text });

/** What must have happened by the day, as a calendar shows it. Deadlines are listed in the order of the steps in the file. */
export const stepSchema = z.strictObject({ id: slug, label: text, labelEnglish: text });

const sentence = (...names: readonly string[]) =>
  text.refine(
    (said) =>
      [...said.matchAll(/\{(\w+)\}/gu)]
        .map(([, name]) => name)
        .sort()
        .join() === [...names].sort().join(),
    `the sentence holds ${names.map((name) => `{${name}}`).join(', ')}, each once`,
  );
const counted = ['length', 'event', 'date'];

/** How the counting is said on the card, one sentence a unit; `moving` goes on where a deadline moves to the next hverdag. */
export const countingSchema = z.strictObject({
  workdays: sentence(...counted, 'daysOff'),
  days: sentence(...counted),
  weeks: sentence(...counted),
  months: sentence(...counted),
  moving: sentence('daysOff'),
  /** One and several of each unit. */
  units: z.record(deadlineSchema.shape.unit, z.strictObject({ one: text, many: text })),
  /** The days that never count, then the three that a standard may add. */
  daysOff: z.strictObject({
    always: z.array(text).min(1),
    constitutionDay: text,
    christmasEve: text,
    newYearsEve: text,
  }),
});
export type Counting = z.infer<typeof countingSchema>;

/** What a calendar file says around the deadlines. */
export const calendarWordsSchema = z.strictObject({
  title: sentence('standard'),
  source: sentence('source', 'at'),
  doubt: sentence('doubt'),
  closing: text,
});
export type CalendarWords = z.infer<typeof calendarWordsSchema>;

/** A deadline of an act or order. Counted from `laterEvent` instead when that is given and falls later. */
export const nationalDeadlineSchema = deadlineSchema.extend({
  laterEvent: slug.optional(),
  /** A last day that is no hverdag gives way to the next one; without this, a deadline never moves. */
  moves: z.literal('next-workday').optional(),
});
export type NationalDeadline = z.infer<typeof nationalDeadlineSchema>;

/** What a national deadline is from a day on. The first citation is the one shown with the date. */
export const deadlineValueSchema = z
  .strictObject({
    validFrom: day,
    start: z.enum(['exact', 'at-latest']).default('exact'),
    text,
    deadline: nationalDeadlineSchema,
    remember: z.array(statementSchema).default([]),
    certainty: certaintySchema,
    doubt: text.optional(),
    citations: z.array(citationSchema).min(1),
    verifiedOn: day,
  })
  .refine(doubtIsSaid, doubtMessage);
export type DeadlineValue = z.infer<typeof deadlineValueSchema>;

/** Deadlines of a national rule, counted together. */
export const deadlineStandardSchema = z.strictObject({
  id: slug,
  title: text,
  provisions: z.array(slug).min(1),
  daysOff: standardSchema.shape.daysOff,
  facts: z.array(z.strictObject({ id: slug, values: z.array(deadlineValueSchema).min(1) })).min(1),
});

/** knowledge/deadlines.yaml: the national deadlines, and the words that all deadlines are told in. */
export const deadlinesFileSchema = z.strictObject({
  events: z.array(eventSchema).min(1),
  steps: z.array(stepSchema).min(1),
  counting: countingSchema,
  calendar: calendarWordsSchema,
  standards: z.array(deadlineStandardSchema).min(1),
});
export type DeadlinesFile = z.infer<typeof deadlinesFileSchema>;
