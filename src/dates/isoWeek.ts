import { addDays, daysBetween, weekday, type CivilDate } from './civilDate.ts';

/** The ISO week that a day lies in, as in "2026-W47". Its year is that of its Thursday, so it may differ from the day's. */
export const isoWeek = (date: CivilDate): string => {
  const thursday = addDays(date, 4 - weekday(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01` as CivilDate, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};
