import { wordSet } from '../privacy/tokens.ts';
import type { Word } from './words.ts';

const shortest = 7;
/** Words that differ by one letter from a word of the lists, and mean something else. */
const different = wordSet(`medført medførte ringede ringere konstant kontrast hjemmet udskrevne foredrag behovet
  forladt indlægge indlagte hjælpende personale tilbudt ledende plejende stedet`);

/** Whether two words of which neither is the other differ by one letter: one wrong, one missing, one too many, two swapped. */
export const isOneSlip = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = (word: string, from: number): string => word.slice(from);
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  if (rest(short, at + 1) === rest(long, at + 1)) return at < short.length;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, at + 2) === rest(long, at + 2);
};

const endsOf = (key: string): string => key.charAt(0) + key.charAt(key.length - 1);

/**
 * Gives each word that is one slip away from a word of a list the spelling of the list. Only longer words, and only slips
 * inside them: first and last letters tell Danish words and their forms apart.
 */
export const speller = (vocabulary: ReadonlySet<string>): ((words: readonly Word[]) => readonly Word[]) => {
  const byEnds = new Map<string, string[]>();
  for (const word of vocabulary)
    if (word.length >= shortest) byEnds.set(endsOf(word), [...(byEnds.get(endsOf(word)) ?? []), word]);
  const spell = (key: string): string => {
    if (key.length < shortest - 1 || vocabulary.has(key) || different.has(key)) return key;
    return byEnds.get(endsOf(key))?.find((word) => isOneSlip(key, word)) ?? key;
  };
  return (words) => {
    const seen = new Map<string, string>();
    return words.map((word) => {
      const key = seen.get(word.key) ?? spell(word.key);
      seen.set(word.key, key);
      return key === word.key ? word : { ...word, key };
    });
  };
};
