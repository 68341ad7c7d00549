/**
 * Calendar days. Promises that a date is a day in Denmark and nothing else; never reads a clock and never depends on the
 * machine's time zone.
 */
export { addDays, addMonths, civilDate, daysBetween, isCivilDate, weekday, type CivilDate } from './civilDate.ts';
export { copenhagenDay, danishDate, danishLongDate, englishDate, englishLongDate } from './copenhagen.ts';
export { isoWeek } from './isoWeek.ts';
export { publicHolidays } from './holidays.ts';
export { typedDate, type DatePreference } from './typedDate.ts';
export { addWorkdays, isWorkday, nextWorkday, type DaysOff } from './workdays.ts';
