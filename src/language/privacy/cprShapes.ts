import { isDate, isDayMonth, isToday, isYear, sizeOf, type Run } from './runs.ts';

const lengths = (run: Run, from: number, to: number): string =>
  run
    .slice(from, to)
    .map(({ digits }) => digits.length)
    .join(' ');
const joined = (run: Run, from: number, to: number): string =>
  run
    .slice(from, to)
    .map(({ digits }) => digits)
    .join('');

/** The group after ten digits that begin here, when groups end there; undefined when they do not. */
const tenDigitsEnd = (run: Run, from: number): number | undefined => {
  let size = 0;
  for (let at = from; at < run.length && size < 10; at++) {
    size += run[at]?.digits.length ?? 0;
    if (size === 10) return at + 1;
  }
  return undefined;
};

/** Four digits after a whole date may be the time of day or another year. */
const isTimeOrYear = (date: string, { digits, sep }: Run[number]): boolean =>
  isYear(digits) ||
  (sep === ' ' && Number(date) >= 2015 && Number(digits.slice(0, 2)) < 24 && Number(digits.slice(2)) < 60);

/** A date in three groups and four digits after it. Of a date without zeros in front, the parts must stand close together. */
const afterDate = (run: Run, from: number, isCounted: (at: number) => boolean): number | undefined => {
  const four = run[from + 3];
  if (four?.digits.length !== 4 || !isDate(run, from)) return undefined;
  const date = run.slice(from, from + 3);
  const year = date.find(({ digits }) => digits.length === 4)?.digits;
  if (year !== undefined) return isTimeOrYear(year, four) ? undefined : from + 4;
  const isListed = date.slice(1).some(({ sep }) => sep.includes(','));
  if (isListed && (isYear(four.digits) || isCounted(run[from]?.at ?? 0))) return undefined;
  const padded = date.every(({ digits }) => digits.length === 2);
  return padded || date.slice(1).every(({ sep }) => /^[./-]$/u.test(sep)) ? from + 4 : undefined;
};

/** Six and four digits, ten in one, or a date with its century and four. */
const afterBlock = (run: Run, from: number): number | undefined => {
  const first = run[from]?.digits ?? '';
  if (first.length < 6) return undefined;
  const second = run[from + 1];
  if (first.length === 6 && second?.digits.length === 4) return isDayMonth(first, true) ? from + 2 : undefined;
  if (first.length === 10) return isDayMonth(first, true) ? from + 1 : undefined;
  const whole = isDayMonth(first) && isYear(first.slice(4, 8));
  if (first.length === 12) return whole ? from + 1 : undefined;
  if (first.length !== 8 || second?.digits.length !== 4) return undefined;
  return whole && !isTimeOrYear(first.slice(4), second) ? from + 2 : undefined;
};

/** Signs between the groups that make dates, ranges, sums or lists of them. */
const isOtherList = (run: Run, from: number, to: number): boolean => {
  const seps = run.slice(from + 1, to).map(({ sep }) => sep);
  if (seps.some((sep) => /[,;:()]|\. /u.test(sep))) return true;
  const uniform = seps.every((sep) => sep === seps[0]);
  const shape = lengths(run, from, to);
  if (shape === '1 3 3 3') return true;
  // 01.12.08-30.06, 10.12-14.12.26 and 16.11.26 - 10.30
  if (shape === '2 2 2 2 2' && !uniform) {
    const isSecond = isDayMonth(joined(run, from + 3, to)) || isToday(run[from + 2]?.digits ?? '');
    return seps[0] !== seps[1] || (/[./]/u.test(seps[3] ?? '') && isSecond);
  }
  return false;
};

const holdsDate = (run: Run, from: number, to: number): boolean => {
  let years = 0;
  for (let at = from; at < to; at++) {
    if (at + 3 <= to && isDate(run, at) && run.slice(at, at + 3).some(({ digits }) => isYear(digits))) return true;
    if (isYear(run[at]?.digits ?? '')) years++;
  }
  return years > 1;
};

/** Longer runs are lists of other things. */
const longestRun = 14;

/** True when the word before these groups, or before the whole run, counts or names something. */
const isListed = (run: Run, from: number, isCounted: (at: number) => boolean): boolean =>
  isCounted(run[from]?.at ?? 0) || isCounted(run[0]?.at ?? 0);

/**
 * Ten digits in any other grouping, when nothing else than a CPR number explains them. `isCounted`: the word before counts or
 * names something, as in "uge 10 11 12".
 */
const afterLoose = (run: Run, from: number, isCounted: (at: number) => boolean): number | undefined => {
  const end = tenDigitsEnd(run, from);
  if (end === undefined || !isDayMonth(joined(run, from, end)) || isListed(run, from, isCounted)) return undefined;
  return isOtherList(run, from, end) || holdsDate(run, from, end) ? undefined : end;
};

/** A run, parted where a sentence ends or a list goes on. */
const partsOf = (run: Run): readonly Run[] => {
  const parts: Run[number][][] = [[]];
  for (const group of run) {
    if (/[,;:()]|\. /u.test(group.sep)) parts.push([]);
    parts.at(-1)?.push(group);
  }
  return parts;
};

type Reading = (run: Run, from: number) => number | undefined;

/** Reads on from each group in turn; where something was read, as its first token and the token after its last. */
const readAll = (run: Run, read: Reading): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  for (let from = 0; from < run.length;) {
    const end = read(run, from);
    if (end !== undefined) found.push([run[from]?.at ?? 0, (run[end - 1]?.at ?? 0) + 1]);
    from = end ?? from + 1;
  }
  return found;
};

/** Where CPR numbers stand in a run without a label: for each its first token and the token after its last. */
export const cprIn = (run: Run, isCounted: (at: number) => boolean): readonly (readonly [number, number])[] => [
  ...readAll(run, (groups, from) => afterBlock(groups, from) ?? afterDate(groups, from, isCounted)),
  ...partsOf(run)
    .filter((part) => part.length > 1 && sizeOf(part) <= longestRun)
    .flatMap((part) => readAll(part, (groups, from) => afterLoose(groups, from, isCounted))),
];
