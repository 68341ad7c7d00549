/**
 * A course's deadlines as a calendar file. Promises that a file is made from its path alone: nothing is stored, nothing is
 * fetched, and neither holds anything about a person. Never reads a clock, and costs nothing until the first file.
 */
export { calendarFile, type CalendarEntry } from './calendarFile.ts';
export { calendarPath, readCalendarPath } from './calendarPath.ts';
export { calendarAt, courseCalendar } from './courseCalendar.ts';
