import type { Token } from './tokens.ts';

/** One row of digits among others that stand by it. */
export interface Group {
  readonly digits: string;
  /** Its token. */
  readonly at: number;
  /** What parts it from the group before: a space, a sign, or a sign with spaces around it. */
  readonly sep: string;
}
/** Rows of digits with nothing but spaces and signs between them. */
export type Run = readonly Group[];

const breaking = /[§%?!€$£&@=<>"]/u;

/** How two tokens of digits are parted; undefined when they do not belong together. */
const separator = (tokens: readonly Token[], from: number, to: number): string | undefined => {
  const [next, sign] = [tokens[to], tokens[from + 1]];
  if (!next || !sign) return undefined;
  if (to === from + 1) return next.gap === '' ? undefined : ' ';
  if (to !== from + 2 || sign.kind !== 'signs' || sign.raw.length > 3 || breaking.test(sign.raw)) return undefined;
  if (sign.raw.includes('+') && (sign.gap !== '' || next.gap !== '')) return undefined;
  return `${sign.gap && ' '}${sign.raw}${next.gap && ' '}`;
};

/** A letter that stands alone among digits and looks like one. */
const loneDigit = (tokens: readonly Token[], at: number): string | undefined => {
  const raw = tokens[at]?.raw ?? '';
  const value = raw === 'O' || raw === 'o' ? '0' : raw === 'l' || raw === 'I' ? '1' : undefined;
  const beside = (by: number): boolean =>
    [tokens[at + by], tokens[at + 2 * by]].some((token, index) => token?.kind === 'digits' && index < 2);
  return value !== undefined && beside(1) && beside(-1) ? value : undefined;
};

/** All runs of digits, in order. */
export const runsOf = (tokens: readonly Token[]): readonly Run[] => {
  const runs: Group[][] = [];
  let last = -3;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'signs') continue;
    const digits = token?.kind === 'digits' ? token.raw : token?.raw.length === 1 ? loneDigit(tokens, at) : undefined;
    if (digits === undefined) continue;
    const sep = separator(tokens, last, at);
    const run = runs.at(-1);
    if (run && sep !== undefined) run.push({ digits, at, sep });
    else runs.push([{ digits, at, sep: '' }]);
    last = at;
  }
  return runs;
};

/** How many digits a run has. */
export const sizeOf = (run: Run): number => run.reduce((sum, { digits }) => sum + digits.length, 0);

const between = (text: string, least: number, most: number): boolean => Number(text) >= least && Number(text) <= most;

/** A year that people write of today's matters or of someone's birth. */
export const isYear = (digits: string): boolean => digits.length === 4 && between(digits, 1900, 2099);

/** A day and a month in four digits; `replaced` takes replacement numbers too, whose day has 60 added. */
export const isDayMonth = (digits: string, replaced = false): boolean =>
  between(digits.slice(2, 4), 1, 12) &&
  (between(digits.slice(0, 2), 1, 31) || (replaced && between(digits.slice(0, 2), 61, 91)));

/** Two digits of a year that is today's matter rather than someone's birth. */
export const isToday = (year: string): boolean => between(year, 15, 35);

/** A day written in three groups, as 5/1-27, 05.01.2027 or 2027-01-05, beginning at one of the groups. */
export const isDate = (run: Run, from: number): boolean => {
  const [first, second, third] = [run[from], run[from + 1], run[from + 2]];
  if (!first || !second || !third) return false;
  if (first.digits.length > 4 || second.digits.length > 2 || third.digits.length > 4) return false;
  const [day, month, year] =
    first.digits.length === 4
      ? [third.digits, second.digits, first.digits]
      : [first.digits, second.digits, third.digits];
  return day.length <= 2 && between(day, 1, 31) && between(month, 1, 12) && (year.length === 2 || isYear(year));
};
