import { danishDate, type CivilDate, type DaysOff } from '../dates/index.ts';
import type { Counting, NationalDeadline } from '../knowledge/index.ts';

const list = new Intl.ListFormat('da', { type: 'conjunction' });

/** Puts values into the {places} of a sentence; a place that nothing fills stays. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);

const offDays = ({ always, ...extra }: Counting['daysOff'], daysOff: DaysOff): string =>
  list.format([
    ...always,
    ...(['constitutionDay', 'christmasEve', 'newYearsEve'] as const)
      .filter((day) => daysOff[day])
      .map((day) => extra[day]),
  ]);

/** How a deadline was counted, in Danish: how many of what, from which day zero, and which days are off where that matters. */
export const countingOf = (
  words: Counting,
  { length, unit, moves }: NationalDeadline,
  { event, from, daysOff }: { readonly event: string; readonly from: CivilDate; readonly daysOff: DaysOff },
): string => {
  const { one, many } = words.units[unit];
  const off = offDays(words.daysOff, daysOff);
  const said = fill(words[unit], {
    length: `${String(length)} ${length === 1 ? one : many}`,
    event,
    date: danishDate(from),
    daysOff: off,
  });
  return moves === undefined ? said : `${said} ${fill(words.moving, { daysOff: off })}`;
};
