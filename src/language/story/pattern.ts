import { keyOf } from '../privacy/tokens.ts';
import { negators } from './vocabulary.ts';
import type { Word } from './words.ts';

/**
 * One place in a pattern: the words that may stand there, joined by `|`, of which `#` is any number; a `?` after them means
 * that they may be missing; `~3` stands for any words, at most three.
 */
interface Place {
  readonly whole: ReadonlySet<string>;
  readonly number: boolean;
  readonly optional: boolean;
  readonly gap: number;
}

/** A row of places that words can fill, and what it stands for. */
export interface Pattern<T> {
  readonly places: readonly Place[];
  readonly meaning: T;
  /** How many of its places are filled by a "no". */
  readonly denials: number;
}

/** A pattern that words fill, from the word at `start` to before the word at `end`. */
export interface Match<T> {
  readonly meaning: T;
  readonly denials: number;
  readonly start: number;
  readonly end: number;
}

const placeOf = (source: string): Place => {
  const optional = source.endsWith('?');
  const words = (optional ? source.slice(0, -1) : source).split('|');
  const gap = /^~(\d)$/u.exec(source)?.[1];
  return {
    whole: new Set(words.filter((word) => !/[#~]/u.test(word)).map(keyOf)),
    number: words.includes('#'),
    optional,
    gap: Number(gap ?? 0),
  };
};

/** Patterns, one a line, that all stand for the same. */
export const patterns = <T>(meaning: T, lines: string): readonly Pattern<T>[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const places = line.split(/\s+/u).map(placeOf);
      return {
        places,
        meaning,
        denials: places.filter(({ whole }) => [...whole].some((word) => negators.has(word))).length,
      };
    });

const fills = (place: Place, key: string): boolean => place.whole.has(key) || (place.number && /^\d+$/u.test(key));

/** Where the pattern ends when its places from `place` on are filled by the words from `at` on; the longest way. */
const endOf = (places: readonly Place[], place: number, words: readonly Word[], at: number, stop: number): number => {
  const wanted = places[place];
  if (wanted === undefined) return at;
  if (wanted.gap > 0) {
    for (let skip = 0; skip <= wanted.gap && at + skip <= stop; skip++) {
      const end = endOf(places, place + 1, words, at + skip, stop);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (at < stop && fills(wanted, words[at]?.key ?? '')) {
    const end = endOf(places, place + 1, words, at + 1, stop);
    if (end >= 0) return end;
  }
  return wanted.optional ? endOf(places, place + 1, words, at, stop) : -1;
};

/** Finds patterns in rows of words. */
export interface Finder<T> {
  /** All patterns that fill within the words from `start` to before `stop`, in order of their first word. */
  readonly find: (words: readonly Word[], start: number, stop: number) => readonly Match<T>[];
}

/** A finder that looks only at the patterns that a word can open: a pattern opens with words, not with a gap or a number. */
export const finderOf = <T>(all: readonly Pattern<T>[]): Finder<T> => {
  const byOpening = new Map<string, Pattern<T>[]>();
  for (const pattern of all)
    for (const key of pattern.places[0]?.whole ?? []) {
      const known = byOpening.get(key);
      if (known === undefined) byOpening.set(key, [pattern]);
      else known.push(pattern);
    }
  return {
    find: (words, start, stop) => {
      const matches: Match<T>[] = [];
      for (let at = start; at < stop; at++)
        for (const { places, meaning, denials } of byOpening.get(words[at]?.key ?? '') ?? []) {
          const end = endOf(places, 0, words, at, stop);
          if (end > at) matches.push({ meaning, denials, start: at, end });
        }
      return matches;
    },
  };
};

/** The whole words that patterns look for. */
export const vocabularyOf = (all: readonly Pattern<unknown>[]): ReadonlySet<string> =>
  new Set(all.flatMap(({ places }) => places.flatMap(({ whole }) => [...whole])));
