import { digitsOfWord } from '../privacy/numberWords.ts';
import { keyOf } from '../privacy/tokens.ts';

const yearsOld = /(?:-?aarige?s?)$/u;

/** The number that a word stands for, in digits or in Danish: "84", "fireogfirs", "fireogfirsårig". */
export const numberOf = (key: string): number | undefined => {
  if (/^\d{1,4}$/u.test(key)) return Number(key);
  const digits = digitsOfWord(key.replace(yearsOld, ''));
  return digits === undefined ? undefined : Number(digits);
};

const decades: ReadonlyMap<string, number> = new Map(
  ['tyverne', 'trediverne', 'fyrrerne', 'halvtredserne', 'tresserne', 'halvfjerdserne', 'firserne', 'halvfemserne'].map(
    (word, index) => [keyOf(word), 20 + 10 * index] as const,
  ),
);

/** The decade that a word names: "firserne" is 80. */
export const decadeOf = (key: string): number | undefined => decades.get(key);
