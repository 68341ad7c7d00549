import type { Finding } from './finding.ts';
import { follows, ownerAt } from './nearby.ts';
import { isDate, isDayMonth, isYear, type Run } from './runs.ts';
import { wordSet, type Token } from './tokens.ts';

const labels =
  wordSet(`tlf tlfnr telefon telefonen telefonnr telefonnummer telefonnummeret telefonnummer mobil mobilen mobilnr mobilnummer
  mobilnummeret mob ring ringe ringer ringes sms smse nummer nummeret phone call kald fastnet mobile number telf tel`);
const otherNumbers =
  wordSet(`cvr cvr-nr se-nr ean sag sagen sagsnr sagsnummer sags journal journalnr journalnummer jnr nr id
  lbk bek vej lov cirkulaere § af dok dokument kontonummer reg version uge kl`);
const owners = wordSet(
  'hans hendes min mit borgerens beboerens patientens datterens soennens konens mandens deres sin',
);
const units = wordSet('kr kroner kroners dkk mio mia euro borgere indbyggere aar timer minutter');
const shapes = new Set(['8', '2 2 2 2', '4 4', '2 3 3', '3 2 3', '3 3 2', '2 6', '2 2 4', '4 2 2']);
const longest = 4;

/** The digits of a Danish number without its country code. */
export const phoneDigits = (text: string): string =>
  text
    .replace(/\D/gu, '')
    .replace(/^(?:00)?45(?=\d{8}$)/u, '')
    .replace(/^00/u, '');

const digitsOf = (run: Run, from: number, to: number): string => {
  let digits = '';
  for (let at = from; at < to; at++) digits += run[at]?.digits ?? '';
  return digits;
};

/** A date or years rather than a phone number. */
const isDateLike = (run: Run, from: number, to: number, digits: string): boolean => {
  if (to - from === 1)
    return (
      (isDayMonth(digits) && isYear(digits.slice(4))) ||
      (isYear(digits.slice(0, 4)) && isDayMonth(digits.slice(6) + digits.slice(4, 6)))
    );
  const groups = run.slice(from, to);
  if (groups.length === 3 && isDate(run, from)) return true;
  if (groups.length === 2) return groups.every(({ digits: part }) => Number(part) >= 1990 && Number(part) <= 2035);
  return groups.some(({ digits: part }) => isYear(part));
};

/** Parted as people part phone numbers; without a label, signs between unequal groups are those of sums and cases. */
const isParted = (run: Run, from: number, to: number, labelled: boolean): boolean => {
  const groups = run.slice(from, to);
  const [sep = ' ', ...seps] = groups.slice(1).map((group) => group.sep);
  if (!/^[ ./-]$/u.test(sep) || seps.some((other) => other !== sep)) return false;
  const isEven = groups.every(({ digits }) => digits.length === 2);
  return labelled || isEven || groups.length === 1 || sep === ' ';
};

/** Low pairs in rising order, such as 10 12 14 16, are times or weeks. */
const isLowList = (run: Run, from: number, to: number): boolean => {
  const values = run.slice(from, to).map(({ digits }) => Number(digits));
  return values.every((value, index) => value <= 53 && value > (values[index - 1] ?? 0));
};

/** Phone numbers, unless they are an office's: one of those given, or called so in the text. */
export const findPhones = (
  tokens: readonly Token[],
  runs: readonly Run[],
  allowed: ReadonlySet<string>,
): readonly Finding[] => {
  const found: Finding[] = [];
  const isAbroad = (at: number): boolean => tokens[at - 1]?.raw.endsWith('+') === true && tokens[at]?.gap === '';
  const isNumbered = (at: number): boolean => follows(tokens, at, otherNumbers, 2) && !follows(tokens, at, owners, 4);
  /** The first group after a window from here on that fits, of all that have eight digits or more. */
  const windowAt = (
    run: Run,
    from: number,
    most: number,
    fits: (end: number, digits: string) => boolean,
  ): number | undefined => {
    let size = 0;
    for (let to = from + 1; to <= Math.min(run.length, from + most); to++) {
      size += run[to - 1]?.digits.length ?? 0;
      if (size > 15) return undefined;
      if (size >= 8 && fits(to, digitsOf(run, from, to))) return to;
    }
    return undefined;
  };
  const isPhone = (run: Run, from: number, to: number, digits: string): boolean => {
    const at = run[from]?.at ?? 0;
    if (isAbroad(at)) return to === run.length || digits.length >= 10;
    if (/^0045\d{8}$|^00[1-9]\d{7,}$/u.test(digits)) return true;
    if (digits.length !== 8 || digits.startsWith('00')) return false;
    const labelled = follows(tokens, at, labels, 6);
    if (to - from > (labelled ? 8 : longest)) return false;
    if (!isParted(run, from, to, labelled)) return false;
    if (isDateLike(run, from, to, digits)) return to - from === 1 && follows(tokens, at, labels, 2);
    if (labelled) return true;
    const shape = run.slice(from, to).map((group) => group.digits.length);
    if (!shapes.has(shape.join(' ')) || isNumbered(at)) return false;
    if (units.has(tokens[(run[to - 1]?.at ?? 0) + 1]?.key ?? '')) return false;
    return !isLowList(run, from, to) && (to - from > 1 || /^[1-9]/u.test(digits));
  };
  for (const run of runs) {
    const most = run.length > 16 ? longest : 9;
    const taken = new Map<number, number>();
    for (let from = 0; allowed.size > 0 && from < run.length; from++) {
      const end = windowAt(run, from, most, (_, digits) => allowed.has(phoneDigits(digits)));
      if (end !== undefined) taken.set(from, end);
    }
    const isFree = (from: number, to: number): boolean => {
      for (let at = from; at < to; at++) if (taken.has(at)) return false;
      return true;
    };
    for (let from = 0; from < run.length;) {
      const known = taken.get(from);
      const to =
        known ?? windowAt(run, from, most, (end, digits) => isFree(from, end) && isPhone(run, from, end, digits));
      const [first, last] = [run[from]?.at ?? 0, run[(to ?? from + 1) - 1]?.at ?? 0];
      if (to !== undefined && known === undefined && ownerAt(tokens, first, last + 1) !== 'office')
        found.push({ kind: 'phone', start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 });
      from = to ?? from + 1;
    }
  }
  return found;
};
