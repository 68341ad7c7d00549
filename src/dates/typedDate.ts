import { addDays, addMonths, daysBetween, isCivilDate, weekday, type CivilDate } from './civilDate.ts';
import { countNamed, foldDate, monthNamed, weekdayNamed } from './danishWords.ts';

/** Which of several days is meant when the year, or the week, is left out. Today counts as past and as future. */
export type DatePreference = 'past' | 'future' | 'nearest';

interface Reading {
  readonly said: string;
  readonly today: CivilDate;
  readonly prefer: DatePreference;
}
type Reader = (reading: Reading) => CivilDate | undefined;

const longest = 60;
const two = (number: number): string => String(number).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): CivilDate | undefined => {
  const written = `${String(year)}-${two(month)}-${two(day)}`;
  return isCivilDate(written) ? written : undefined;
};
const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
const fullYear = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0);
/** The year that is said, otherwise this one and its neighbours. */
const yearsFor = (said: string | undefined, today: CivilDate): readonly number[] =>
  said === undefined ? [-1, 0, 1].map((more) => yearOf(today) + more) : [fullYear(said)];

const pick = (days: readonly (CivilDate | undefined)[], { today, prefer }: Reading): CivilDate | undefined => {
  const real = days.filter((day) => day !== undefined);
  const preferred = real.filter((day) => prefer === 'nearest' || (prefer === 'past' ? day <= today : day >= today));
  const distance = (day: CivilDate): number => Math.abs(daysBetween(today, day));
  return (preferred.length > 0 ? preferred : real).reduce<CivilDate | undefined>(
    (best, day) => (best === undefined || distance(day) < distance(best) ? day : best),
    undefined,
  );
};
/** A day that is said with its year stands as it is; one without is picked. */
const settle = (days: readonly (CivilDate | undefined)[], year: string | undefined, reading: Reading) =>
  year === undefined ? pick(days, reading) : days[0];
const onWeekday = (name: string | undefined, day: CivilDate | undefined): CivilDate | undefined =>
  name === undefined || (day !== undefined && weekday(day) === weekdayNamed(name)) ? day : undefined;

const relative: Readonly<Record<string, number>> = {
  'dags dato': 0,
  'i dag': 0,
  idag: 0,
  'i gaar': -1,
  igaar: -1,
  'i forgaars': -2,
  iforgaars: -2,
  forgaars: -2,
  'i morgen': 1,
  imorgen: 1,
  'i overmorgen': 2,
  overmorgen: 2,
};
const byName: Reader = ({ said, today }) => {
  const days = Object.hasOwn(relative, said) ? relative[said] : undefined;
  return days === undefined ? undefined : addDays(today, days);
};

/** "om 3 dage", "for to uger siden". */
const byDistance: Reader = ({ said, today }) => {
  const match =
    /^(?:om (?<ahead>\w+)|(?:for )?(?<back>\w+)) (?<unit>dage?|uger?|maaned(?:er)?|mdr|aar)(?<ago> siden)?$/u.exec(
      said,
    );
  const { ahead, back, unit, ago } = match?.groups ?? {};
  const count = countNamed(ahead ?? back ?? '');
  if (unit === undefined || count === undefined || (ahead === undefined) === (ago === undefined)) return undefined;
  const way = ahead === undefined ? -count : count;
  if (unit.startsWith('dag')) return addDays(today, way);
  return unit.startsWith('uge') ? addDays(today, 7 * way) : addMonths(today, unit === 'aar' ? 12 * way : way);
};

/** "på mandag" and "sidste fredag" are never today; "mandag" alone is the one that is preferred. */
const byWeekday: Reader = (reading) => {
  const { said, today } = reading;
  const match = /^(?:(?<next>(?:nu )?paa|(?:foerst)?kommende) |(?<last>sidste) |(?<past>i) )?(?<name>\p{L}+)$/u.exec(
    said,
  );
  const { next, last, past, name = '' } = match?.groups ?? {};
  const number = weekdayNamed(past === undefined ? name : name.replace(/s$/u, ''));
  if (number === undefined || (past !== undefined && !name.endsWith('dags'))) return undefined;
  const ahead = (number - weekday(today) + 7) % 7;
  if (next !== undefined) return addDays(today, ahead || 7);
  if (last !== undefined || past !== undefined) return addDays(today, ahead - 7);
  return pick([addDays(today, ahead - 7), addDays(today, ahead)], reading);
};

const inWeek = (year: number, week: number, day: number): CivilDate | undefined => {
  const fourth = dayOf(year, 1, 4);
  if (fourth === undefined) return undefined;
  const monday = addDays(fourth, 1 - weekday(fourth) + 7 * (week - 1));
  return yearOf(addDays(monday, 3)) === year ? addDays(monday, day - 1) : undefined;
};
/** "uge 48" is the Monday of that ISO week; "fredag i uge 48 2026" its Friday. */
const byWeek: Reader = (reading) => {
  const match = /^(?:(?<name>\p{L}{3,}) )?(?:i )?uge (?<week>\d{1,2})(?: (?<year>\d{4}|\d{2}))?$/u.exec(reading.said);
  const { name, week, year } = match?.groups ?? {};
  const day = name === undefined ? 1 : weekdayNamed(name);
  if (week === undefined || day === undefined) return undefined;
  const days = yearsFor(year, reading.today).map((one) => inWeek(one, Number(week), day));
  return settle(days, year, reading);
};

/** "18/12", "18. dec 2026", "fredag den 18. december": a weekday that is said must be right. */
const byDay: Reader = (reading) => {
  const match =
    /^(?:(?<name>(?!den )\p{L}{3,}) )?(?:den |d )?(?<day>\d{1,2}) (?<month>\d{1,2}|\p{L}+)(?: (?<year>\d{4}|\d{2}))?$/u.exec(
      reading.said,
    );
  const { name, day, month = '', year } = match?.groups ?? {};
  const number = monthNamed(month);
  if (day === undefined || number === undefined) return undefined;
  const days = yearsFor(year, reading.today).map((one) => onWeekday(name, dayOf(one, number, Number(day))));
  return settle(days, year, reading);
};

/** "den 18." is that day of this month or of one beside it. */
const byDayOfMonth: Reader = (reading) => {
  const match = /^(?:(?<name>\p{L}{3,}) )?(?:den|d) (?<day>\d{1,2})$/u.exec(reading.said);
  const { name, day } = match?.groups ?? {};
  if (day === undefined) return undefined;
  const days = [-1, 0, 1].map((more) => {
    const [year, month] = addMonths(reading.today, more).split('-');
    return onWeekday(name, dayOf(Number(year), Number(month), Number(day)));
  });
  return pick(days, reading);
};

const byIso: Reader = ({ said }) => {
  const match = /^(?<year>\d{4}) (?<month>\d{1,2}) (?<day>\d{1,2})$/u.exec(said);
  const { year, month, day } = match?.groups ?? {};
  return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
};

const readers: readonly Reader[] = [byName, byIso, byDay, byDayOfMonth, byWeek, byDistance, byWeekday];

/**
 * A day as Danish staff type it: "i dag", "på mandag", "18/12", "18. dec 2026", "den 18.", "uge 48", "om 3 dage", "2026-12-18".
 * Undefined for anything else, for a day that does not exist and for "næste fredag", which Danes read in two ways. Without
 * a year it is a day at most a year away, by `prefer` (nearest when not given).
 */
export const typedDate = (
  text: string,
  today: CivilDate,
  { prefer = 'nearest' }: { readonly prefer?: DatePreference } = {},
): CivilDate | undefined => {
  if (text.length > longest) return undefined;
  const reading: Reading = { said: foldDate(text), today, prefer };
  for (const read of readers) {
    const day = read(reading);
    if (day !== undefined) return isCivilDate(day) ? day : undefined;
  }
  return undefined;
};
