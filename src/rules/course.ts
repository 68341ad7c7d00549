import { isCivilDate, type CivilDate } from '../dates/index.ts';
import { InputError } from '../errors.ts';
import type { DeadlineStandard, Knowledge } from '../knowledge/index.ts';

/** What happened when in one course, under one standard. Holds ids and days, and nothing about a person. */
export interface Course {
  readonly standard: string;
  readonly events: Readonly<Record<string, CivilDate>>;
}

/** Only what looks like an id of ours is repeated: anything else may be about a person. */
const shown = (id: string): string => (/^[a-z][a-z0-9-]{0,40}$/u.test(id) ? `"${id}"` : 'that was given');

/** The events that a standard counts from, in the order of its rules. */
export const eventsOf = (standard: DeadlineStandard): readonly string[] => [
  ...new Set(
    standard.rules
      .flatMap(({ values }) => values.flatMap(({ deadline }) => [deadline?.event, deadline?.laterEvent]))
      .filter((event) => event !== undefined),
  ),
];

/** The standard with this id; throws InputError when it sets no deadline. */
export const standardFrom = (knowledge: Knowledge, id: unknown): DeadlineStandard => {
  const standard = typeof id === 'string' ? knowledge.deadlineStandard(id) : undefined;
  if (standard) return standard;
  throw new InputError(
    typeof id === 'string' ? `The standard ${shown(id)} has no deadlines.` : 'The standard is missing.',
    'Deadlines are counted by the rules of one standard.',
    `Use one of: ${knowledge.deadlineStandardIds.join(', ')}.`,
  );
};

/** Reads a course; throws InputError naming the standard, event or date that cannot be used. Repeats nothing but ids. */
export const courseFrom = (
  knowledge: Knowledge,
  input: { readonly standard?: unknown; readonly events?: unknown },
): Course => {
  const standard = standardFrom(knowledge, input.standard);
  const events: unknown = input.events;
  if (typeof events !== 'object' || events === null || Array.isArray(events))
    throw new InputError(
      'The events are missing.',
      'A deadline is counted from the day of an event.',
      `Give one or more of: ${eventsOf(standard).join(', ')}.`,
    );
  const known = eventsOf(standard);
  const read = Object.entries(events as Record<string, unknown>).map(([event, date]): [string, CivilDate] => {
    if (!known.includes(event))
      throw new InputError(
        `The event ${shown(event)} is unknown in "${standard.id}".`,
        'No deadline of this standard is counted from it.',
        `Use one of: ${known.join(', ')}.`,
      );
    if (typeof date !== 'string' || !isCivilDate(date))
      throw new InputError(
        `The date of "${event}" cannot be used.`,
        'A date is a day that exists, as YYYY-MM-DD.',
        'Write for example 2026-11-22.',
      );
    return [event, date];
  });
  return { standard: standard.id, events: Object.fromEntries(read) };
};
