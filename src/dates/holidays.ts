import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { InternalError } from '../errors.ts';
import { civilDate, type CivilDate } from './civilDate.ts';
import { fromEaster } from './easter.ts';

/** One day of a year; undefined in a year in which it is no holiday. */
type Rule = (year: number) => CivilDate | undefined;

/** Only Denmark of the package `date-holidays`: its code and the rest of the world cost 100 ms and 33 MB (docs/decisions/0006). */
const file = new URL('data/countries/DK.yaml', import.meta.resolve('date-holidays/package.json'));
interface Country {
  readonly holidays: { readonly DK: { readonly days: Readonly<Record<string, { readonly type?: string }>> } };
}

/** Reads the three forms that Danish rules have: "12-25", "easter -3", "easter 26 prior to 2024". Any other is refused. */
const readRule = (rule: string): Rule => {
  const match = /^(?:(?<day>\d{2}-\d{2})|easter(?: (?<shift>-?\d+))?)(?: prior to (?<end>\d{4}))?$/u.exec(rule);
  if (!match?.groups)
    throw new InternalError(
      `The holiday rule "${rule}" is not understood.`,
      'A holiday would be counted as a working day.',
      'Teach src/dates/holidays.ts the new form, or pin the date-holidays that was tested.',
    );
  const { day, shift = '0', end = 'Infinity' } = match.groups;
  return (year) => {
    if (year >= Number(end)) return undefined;
    return day === undefined ? fromEaster(year, Number(shift)) : civilDate(`${String(year)}-${day}`);
  };
};

const rules: readonly Rule[] = Object.entries(
  (load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) as Country).holidays.DK.days,
)
  .filter(([, { type = 'public' }]) => type === 'public')
  .map(([rule]) => readRule(rule));

const years = new Map<number, ReadonlySet<CivilDate>>();

/** The public holidays (helligdage) of a year in Denmark, Sundays among them included, and no other day off. */
export const publicHolidays = (year: number): ReadonlySet<CivilDate> => {
  const known = years.get(year);
  if (known) return known;
  const days = new Set(rules.map((rule) => rule(year)).filter((day) => day !== undefined));
  years.set(year, days);
  return days;
};
