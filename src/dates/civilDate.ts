import { InputError } from '../errors.ts';

/** A calendar day in Denmark, written YYYY-MM-DD; compares with `<` and `>` as text. Never carries a time or a zone. */
export type CivilDate = string & { readonly __civilDate: true };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMs = 86_400_000;

const toUtc = (date: CivilDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
const fromUtc = (time: number): CivilDate => new Date(time).toISOString().slice(0, 10) as CivilDate;

/** True only for a day that exists (2025-02-29 does not) from year 1800 to 2999. */
export const isCivilDate = (text: string): text is CivilDate => {
  const match = pattern.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1800 || year > 2999) return false;
  const time = Date.UTC(year, Number(match[2]) - 1, Number(match[3]));
  return fromUtc(time) === text;
};

/** Reads YYYY-MM-DD; throws InputError for anything that is not an existing day. */
export const civilDate = (text: string): CivilDate => {
  if (!isCivilDate(text))
    throw new InputError(
      'That is not a date.',
      'A date is a day that exists, as YYYY-MM-DD.',
      'Write for example 2026-11-22.',
    );
  return text;
};

/** The day `days` later (earlier when negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => fromUtc(toUtc(date) + days * dayInMs);

/** The same day `months` later; the last day of the month when that day does not exist (31 August + 6 = 28 February). */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), last);
  return fromUtc(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), day));
};

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (toUtc(to) - toUtc(from)) / dayInMs;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (date: CivilDate): number => new Date(toUtc(date)).getUTCDay() || 7;
