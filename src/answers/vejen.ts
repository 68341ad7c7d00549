import type { Word } from '../language/index.ts';

/** "på vejen", "hele vejen": the way. */
const notAPlace = new Set(['paa', 'hele', 'under', 'af', 'ad', 'ude', 'over', 'langs', 'kommet']);

/** "er der noget i vejen", "står i vejen for os", "hvad er der i vejen med hende": in the way. */
const isInTheWay = (words: readonly Word[], at: number): boolean => {
  const [two = '', one, next, last = ''] = [-2, -1, 1, 2].map((step) => words[at + step]?.key);
  if (one !== 'i') return false;
  if (somethingWrong.has(two)) return next !== 'om';
  if (next === 'for') return last === 'at' || stands.has(two);
  if (next === 'med') return isThere.has(two) && persons.has(last);
  return two === 'er' && next === undefined;
};
const somethingWrong = new Set(['noget', 'andet', 'intet', 'ingenting']);
const stands = new Set(['staar', 'stod', 'staa', 'ligger', 'laa', 'er']);
const isThere = new Set(['er', 'der', 'var']);
const persons = new Set(['hende', 'ham', 'dem', 'mig', 'dig', 'os', 'borgeren', 'beboeren']);
const compared = new Set(['forskel', 'forskellen', 'forskelle']);
/** So few words are keywords, in no order. */
const shortest = 4;

/**
 * Vejen is also the way: it is the place with a capital, where a name would stand, or among names (`isAmong`). `at` is its
 * place among the words of the text.
 */
export const isVejen = (text: string, words: readonly Word[], at: number, isAmong: boolean): boolean => {
  const [before = '', next = ''] = [words[at - 1]?.key, words[at + 1]?.key];
  if (next === 'kommune') return true;
  if (notAPlace.has(before)) return isAmong && compared.has(words[at - 2]?.key ?? '') && next === 'og';
  const isCapital = at > 0 && text.charAt(words[at]?.from ?? 0) === 'V';
  if (isCapital) return true;
  if (isInTheWay(words, at)) return false;
  return (
    isAmong || ['i', 'fra', 'hos'].includes(before) || at === 0 || at === words.length - 1 || words.length <= shortest
  );
};
