import { addDays, weekday, type CivilDate } from './civilDate.ts';
import { publicHolidays } from './holidays.ts';

/** The days that a document may count as days off though they are no public holidays. */
export interface DaysOff {
  /** 5 June. */
  readonly constitutionDay: boolean;
  /** 24 December. */
  readonly christmasEve: boolean;
  /** 31 December. */
  readonly newYearsEve: boolean;
}

const alsoOff = (monthAndDay: string, daysOff: DaysOff): boolean =>
  (monthAndDay === '06-05' && daysOff.constitutionDay) ||
  (monthAndDay === '12-24' && daysOff.christmasEve) ||
  (monthAndDay === '12-31' && daysOff.newYearsEve);

/** Whether a day is a hverdag: Monday to Friday, no public holiday and none of the days that `daysOff` names. */
export const isWorkday = (date: CivilDate, daysOff: DaysOff): boolean =>
  weekday(date) <= 5 && !publicHolidays(Number(date.slice(0, 4))).has(date) && !alsoOff(date.slice(5), daysOff);

/** The hverdag number `count` after a day (before it when negative). The day itself is day zero, whatever day it is. */
export const addWorkdays = (date: CivilDate, count: number, daysOff: DaysOff): CivilDate => {
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkday(day, daysOff)) left--;
  }
  return day;
};

/** The day itself when it is a hverdag, otherwise the first hverdag after it. */
export const nextWorkday = (date: CivilDate, daysOff: DaysOff): CivilDate =>
  isWorkday(date, daysOff) ? date : addWorkdays(date, 1, daysOff);
