import { isCivilDate, type CivilDate } from '../dates/index.ts';
import type { Course } from '../rules/index.ts';

const longest = 300;
const pattern = /^\/kalender\/(?<standard>[a-z0-9-]+)\/(?<events>[a-z0-9=,-]+)\.ics$/u;

/**
 * Where a course's calendar file is found: "/kalender/sul-140/discharge=2026-11-23.ics". It holds all that the file is made
 * from, so nothing is stored; ids and days, nothing about a person. One course has one path.
 */
export const calendarPath = ({ standard, events }: Course): string =>
  `/kalender/${standard}/${Object.entries(events)
    .map(([event, date]) => `${event}=${date}`)
    .sort()
    .join(',')}.ics`;

/**
 * The course in a path, and undefined for any path that `calendarPath` does not write: an unknown standard or event, a day
 * that does not exist, another order, anything more. `eventsOf` gives the events of a standard, undefined for an unknown one.
 */
export const readCalendarPath = (
  path: string,
  eventsOf: (standard: string) => readonly string[] | undefined,
): Course | undefined => {
  const { standard, events: written } = (path.length > longest ? undefined : pattern.exec(path)?.groups) ?? {};
  const known = standard === undefined ? undefined : eventsOf(standard);
  if (standard === undefined || written === undefined || !known) return undefined;
  const events = new Map<string, CivilDate>();
  for (const pair of written.split(',')) {
    const [event = '', date = '', ...more] = pair.split('=');
    if (!known.includes(event) || !isCivilDate(date) || more.length > 0) return undefined;
    events.set(event, date);
  }
  const course = { standard, events: Object.fromEntries(events) };
  return calendarPath(course) === path ? course : undefined;
};
