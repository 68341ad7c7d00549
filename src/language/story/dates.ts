import { daysBetween, typedDate, type CivilDate, type DatePreference } from '../../dates/index.ts';
import { wordSet } from '../privacy/tokens.ts';
import type { Clause } from './clauses.ts';
import { months, verbs } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A day that the text names, and its words: from `start` to before `end`. */
export interface DayFound {
  readonly day: CivilDate;
  readonly start: number;
  readonly end: number;
  /** The number of its sentence, and of its clause. */
  readonly sentence: number;
  readonly clause: number;
}

const longest = 6;
const weekdays = wordSet('mandag tirsdag onsdag torsdag fredag lørdag søndag');
const openers = wordSet(
  'den d i idag igår imorgen iforgårs forgårs overmorgen om for uge sidste på nu dags en et to tre fire fem seks',
);
const alone = wordSet('idag igår imorgen iforgårs forgårs overmorgen');
const numbersNotDays = wordSet('§ kl stk nr paragraf jf efter stue værelse lejlighed');
const afterDay = wordSet('og så fik har havde kom blev til fra med men hvor hvornår er var skal om');
const repeated = wordSet('hver hverdag om fra alle');
const isNumber = (word: Word | undefined): boolean => /^\d+$/u.test(word?.key ?? '');

const counted = wordSet('dag dage uge uger måned måneder mdr år');
/** Whether a number can be the first word of a day: "18/12", "18. december", "3 dage siden". */
const opensDay = (next: Word | undefined): boolean =>
  next !== undefined &&
  (months.has(next.key) || counted.has(next.key) || (isNumber(next) && /^[-./]$/u.test(next.before)));

/** Whether these words are written as a day is, so that "2-3 gange" and "§ 86.1" are none. */
const isWritten = (words: readonly Word[], start: number, end: number): boolean => {
  const row = words.slice(start, end);
  const inner = row.slice(1).map(({ before }) => before);
  if (inner.some((sign) => /[\n!?;,:()§%+]/u.test(sign))) return false;
  if (row.slice(2).some(({ key }) => key === 'den' || key === 'paa' || key === 'om')) return false;
  const [first, next, before] = [row[0], words[end], words[start - 1]];
  if (first === undefined) return false;
  const key = first.key;
  if (row.length === 1)
    return alone.has(key) || (weekdays.has(key) && !repeated.has(before?.key ?? '') && next?.key !== 'til');
  if (row.every((word) => isNumber(word))) {
    if (numbersNotDays.has(before?.key ?? '') || (/^[-./]/u.test(next?.before.trim() ?? '') && isNumber(next)))
      return false;
    const signs = new Set(inner.map((sign) => sign.trim()));
    const close = inner.every((sign) => sign.length === 1 && /[-./]/u.test(sign));
    if (row.length === 2)
      return (
        close &&
        !signs.has('-') &&
        !(key === '24' && row[1]?.key === '7') &&
        !/^\s*(?:mg|ml|kg|%)/u.test((next?.before ?? '') + (next?.key ?? ''))
      );
    return close;
  }
  if (!isNumber(first) && !openers.has(key) && !weekdays.has(key)) return false;
  if ((key === 'den' || key === 'd') && row.length === 2)
    return next === undefined || /[^\s]|\n/u.test(next.before) || afterDay.has(next.key) || verbs.has(next.key);
  if (isNumber(first) && row.length <= 3 && !months.has(row[1]?.key ?? ''))
    return /^[-./]$/u.test(inner[0] ?? '') || row.at(-1)?.key === 'siden';
  return !(key === 'om' && repeated.has(before?.key ?? ''));
};

const happened = wordSet(
  'blev var fik kom ringede modtog startede begyndte udskrevet sendte ankom flyttede bevilget visiteret siden truffet skrev søgte',
);
const coming = wordSet('skal bliver udskrives kommer starter begynder vil flytter får');
const preferenceOf = (words: readonly Word[], { start, end }: Clause): DatePreference => {
  const keys = words.slice(start, Math.min(end, start + 60)).map(({ key }) => key);
  if (keys.some((key) => coming.has(key))) return 'future';
  return keys.some((key) => happened.has(key)) ? 'past' : 'nearest';
};

/** Half a year: a day without its year that is told as past or to come is not farther away than this. */
const farthest = 183;
const dayMeant = (said: string, today: CivilDate, prefer: DatePreference): CivilDate | undefined => {
  const day = typedDate(said, today, { prefer });
  const isFar = day !== undefined && Math.abs(daysBetween(today, day)) > farthest;
  return isFar ? typedDate(said, today) : day;
};

/** The days that the clauses name, in the order of the text. */
export const daysIn = (
  words: readonly Word[],
  clauses: readonly Clause[],
  text: string,
  today: CivilDate,
): readonly DayFound[] => {
  const found: DayFound[] = [];
  const byWord = clauses.flatMap((clause, index) => Array<number>(clause.end - clause.start).fill(index));
  const dayAt = (start: number): DayFound | undefined => {
    const [word, index = -1] = [words[start], byWord[start]];
    const clause = clauses[index];
    if (word === undefined || clause === undefined) return undefined;
    if (isNumber(word) && !opensDay(words[start + 1])) return undefined;
    if (!isNumber(word) && !openers.has(word.key) && !weekdays.has(word.key)) return undefined;
    let stop = start + 1;
    while (stop < start + longest && clauses[byWord[stop] ?? -1]?.sentence === clause.sentence) stop++;
    for (let end = stop; end > start; end--) {
      const last = words[end - 1];
      if (last === undefined || !isWritten(words, start, end)) continue;
      const day = dayMeant(text.slice(word.from, last.to), today, preferenceOf(words, clause));
      if (day !== undefined) return { day, start, end, sentence: clause.sentence, clause: index };
    }
    return undefined;
  };
  for (let at = 0; at < words.length;) {
    const one = dayAt(at);
    if (one !== undefined) found.push(one);
    at = one?.end ?? at + 1;
  }
  return found;
};
