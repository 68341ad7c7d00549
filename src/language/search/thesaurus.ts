import type { FeatureNumbers } from './numbers.ts';
import { keysIn, wordsOf } from './words.ts';

/** Words that mean the same to a reader, and what English and joining words mean. */
export interface Thesaurus {
  /** Each group is one concept; a member of several words is found as a row of them. */
  readonly groups: readonly (readonly string[])[];
  /** English words with what they are called in Danish. */
  readonly english: Readonly<Record<string, string>>;
  /** Short words as they are spoken, with how they are written. */
  readonly spoken?: Readonly<Record<string, string>>;
  /** Words of our own texts, each with words that are in none of them and mean the same. */
  readonly everyday?: Readonly<Record<string, readonly string[]>>;
}

/** A row of stems that is one concept. */
export interface ConceptRow {
  readonly stems: readonly number[];
  readonly concept: number;
}

/** A thesaurus as words are looked up in it. */
export interface Meanings {
  /** By stem. */
  readonly concepts: ReadonlyMap<string, readonly number[]>;
  /** By the number of the first stem. */
  readonly rows: ReadonlyMap<number, readonly ConceptRow[]>;
  /** By a short word as it is spoken. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** By the stem of an English word. */
  readonly english: ReadonlyMap<string, readonly string[]>;
  /** By the stem of an everyday word: what our own texts call it. */
  readonly everyday: ReadonlyMap<string, readonly string[]>;
}

/** Adds to what stands under a key. */
const push = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
};

/** Reads a thesaurus; tells every word of its groups, once for each time that it stands there. */
export const meaningsIn = (
  { groups, english, spoken = {}, everyday = {} }: Thesaurus,
  stem: (word: string) => string,
  { numbers, count }: { readonly numbers: FeatureNumbers; readonly count: (word: string) => void },
): Meanings => {
  const concepts = new Map<string, number[]>();
  const rows = new Map<number, ConceptRow[]>();
  for (const [index, group] of groups.entries()) {
    const concept = numbers.numberOf(`=${String(index)}`);
    for (const member of group) {
      const words = wordsOf(member);
      for (const { key, kind } of words) if (kind === 'word') count(key);
      const said = words.map(({ key, kind }) => (kind === 'word' ? stem(key) : key));
      const stems = said.map((one) => numbers.numberOf(one));
      const [first] = said;
      if (first === undefined) continue;
      if (stems.length === 1) push(concepts, first, concept);
      else push(rows, stems[0] ?? 0, { stems, concept });
    }
  }
  return {
    concepts,
    rows,
    written: new Map(
      Object.entries(spoken).flatMap(([word, written]) => keysIn(word).map((key) => [key, keysIn(written)] as const)),
    ),
    english: new Map(
      Object.entries(english).map(([word, danish]) => [stem(word), wordsOf(danish).map(({ key }) => key)]),
    ),
    everyday: new Map(
      Object.entries(everyday).flatMap(([own, others]) =>
        others.flatMap((other) => keysIn(other).map((key) => [stem(key), keysIn(own)] as const)),
      ),
    ),
  };
};
