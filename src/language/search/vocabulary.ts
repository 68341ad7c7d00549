import { stemmer } from '@orama/stemmers/danish';
import { FeatureNumbers, noFeature, PairNumbers, Tally } from './numbers.ts';
import { OwnTexts, type OwnWord } from './ownTexts.ts';
import { Speller } from './spelling.ts';
import { weights } from './weights.ts';
import { keysIn, wordsOf, type Word } from './words.ts';

/** A meaning that a word has, by its number, and how much of it: a stem, a part of a compound, a concept, a provision. */
export interface Feature {
  readonly feature: number;
  readonly weight: number;
}

/** Words that mean the same to a reader, and what English and joining words mean. */
export interface Thesaurus {
  /** Each group is one concept; a member of several words is found as a row of them. */
  readonly groups: readonly (readonly string[])[];
  /** English words with what they are called in Danish. */
  readonly english: Readonly<Record<string, string>>;
  /** Short words as they are spoken, with how they are written. */
  readonly spoken?: Readonly<Record<string, string>>;
}

const none: readonly Feature[] = [];

/** English words that only join others: rare among Danish ones, and yet they say nothing. */
const joining = new Set(
  'the is are of in on to a an and if after from with we my our their your his her you it there been has have not be by or at about any that this will would as than'.split(
    ' ',
  ),
);
const shortestPart = 3;
const shortestCompound = 8;

/** What a text's words mean, by feature. `unknown` counts the words that nothing is known about. */
export interface Reading {
  readonly features: ReadonlyMap<number, number>;
  /** Two words that stand beside each other: how something is asked, and not what it is about. */
  readonly pairs: ReadonlyMap<number, number>;
  readonly unknown: number;
}

/** Knows the words of a body of texts: inflections, compounds, misspellings, synonyms. The same word always means the same. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  readonly #stems = new Map<string, string>();
  readonly #numbers = new FeatureNumbers();
  readonly #pairs = new PairNumbers();
  /** By stem. */
  readonly #concepts = new Map<string, number[]>();
  /** Rows of stems, by the first. */
  readonly #rows = new Map<number, { readonly stems: readonly number[]; readonly concept: number }[]>();
  readonly #written: ReadonlyMap<string, readonly string[]>;
  readonly #english: ReadonlyMap<string, readonly string[]>;
  readonly #meanings = new Map<string, readonly Feature[]>();
  /** Empty but while a text is read. */
  readonly #said = new Tally();
  readonly #beside = new Tally();
  /** The texts of our own, until all are read. */
  #own = new OwnTexts();
  #ownMeanings: (readonly Feature[])[] = [];
  /** How known words begin: most pieces of a word begin like none. */
  readonly #beginnings = new Set<string>();
  #knownStems = new Set<string>();
  #isSealed = false;
  #speller: Speller | undefined;

  constructor({ groups, english, spoken = {} }: Thesaurus) {
    this.#written = new Map(
      Object.entries(spoken).flatMap(([word, written]) => keysIn(word).map((key) => [key, keysIn(written)] as const)),
    );
    for (const [index, group] of groups.entries()) {
      const concept = this.#numbers.numberOf(`=${String(index)}`);
      for (const member of group) {
        const words = wordsOf(member);
        for (const { key, kind } of words) if (kind === 'word') this.#count(key);
        const stems = words.map(({ key, kind }) => (kind === 'word' ? this.#stem(key) : key));
        const [first] = stems;
        if (first === undefined) continue;
        const rows = stems.map((stem) => this.#numbers.numberOf(stem));
        if (stems.length === 1) this.#concepts.set(first, [...(this.#concepts.get(first) ?? []), concept]);
        else this.#rows.set(rows[0] ?? 0, [...(this.#rows.get(rows[0] ?? 0) ?? []), { stems: rows, concept }]);
      }
    }
    this.#english = new Map(
      Object.entries(english).map(([word, danish]) => [this.#stem(word), wordsOf(danish).map(({ key }) => key)]),
    );
  }

  /** Learns the words of a text of our own; `readLearnt` reads it by the place it came in. */
  learn(text: string): void {
    this.#own.add(text);
  }

  /** Ends the learning of words. */
  seal(): void {
    this.#own.countWords((word, times) => this.#count(word, times));
    for (const word of this.#counts.keys()) this.#beginnings.add(word.slice(0, shortestPart));
    this.#knownStems = new Set([...this.#counts.keys()].map((word) => this.#stem(word)));
    this.#speller = new Speller(this.#counts);
    this.#meanings.clear();
  }

  /** What a text means. */
  read(text: string): Reading {
    return this.readWords(wordsOf(text));
  }

  /** What these words mean, together. */
  readWords(words: readonly Word[]): Reading {
    const meanings = words.map((word) => this.#meaningOf(word));
    const unknown = meanings.filter((meaning, index) => meaning.length === 0 && words[index]?.kind !== 'number').length;
    this.#take(meanings, this.#said, this.#beside);
    const reading = { features: this.#said.entries(), pairs: this.#beside.entries(), unknown };
    this.#said.clear();
    this.#beside.clear();
    return reading;
  }

  /**
   * Reads what a text that was learnt means into empty tallies: its features and its pairs. Texts are numbered as they
   * came. Only until `close`.
   */
  readLearnt(text: number, said: Tally, beside?: Tally): void {
    const numbers = this.#own.text(text);
    const meanings = new Array<readonly Feature[]>(numbers.length);
    for (let index = 0; index < numbers.length; index++) meanings[index] = this.#meaningOfOwn(numbers[index] ?? 0);
    this.#take(meanings, said, beside);
  }

  #meaningOfOwn(number: number): readonly Feature[] {
    const known = this.#ownMeanings[number];
    if (known) return known;
    const word = this.#own.words[number];
    const meaning = word ? this.#meaningOf(word) : [];
    this.#ownMeanings[number] = meaning;
    return meaning;
  }

  /**
   * What stands in a row of meanings, rows that are one concept, and words that stand beside each other. By index, since
   * every word of all that the guide knows comes through here at its start.
   */
  #take(meanings: readonly (readonly Feature[])[], said: Tally, beside: Tally | undefined): void {
    const stemAt = (index: number): number => meanings[index]?.[0]?.feature ?? noFeature;
    let stem = stemAt(0);
    for (let index = 0; index < meanings.length; index++) {
      const meaning = meanings[index] ?? none;
      for (const { feature, weight } of meaning) said.keepGreatest(feature, weight);
      const next = stemAt(index + 1);
      if (stem !== noFeature) {
        const pair = beside === undefined || next === noFeature ? noFeature : this.#pairs.numberOf(stem, next);
        if (pair !== noFeature) beside?.keepGreatest(pair, weights.pair);
        const rows = this.#rows.get(stem);
        if (rows)
          for (const row of rows)
            if (row.stems.every((one, at) => stemAt(index + at) === one))
              said.keepGreatest(row.concept, weights.concept);
      }
      stem = next;
    }
  }

  /** How many features and pairs there are. */
  get sizes(): { readonly features: number; readonly pairs: number } {
    return { features: this.#numbers.size, pairs: this.#pairs.size };
  }

  /** From here on nothing that is read adds to what is known. */
  close(): void {
    this.#isSealed = true;
    this.#numbers.close();
    this.#pairs.close();
    [this.#own, this.#ownMeanings] = [new OwnTexts(), []];
  }

  /** True when a word is known as it is written, or as an inflection of one that is. */
  knows(key: string): boolean {
    return this.#counts.has(key) || this.#knownStems.has(this.#stem(key));
  }

  /** True when our own texts speak of a word, a number or a provision, or it is made of what they speak of. */
  speaksOf({ key, kind }: OwnWord): boolean {
    return this.#meaningOf({ key, kind }).length > 0;
  }

  /** The word as the vocabulary spells it. */
  spelt(key: string): string {
    const [written] = this.#written.get(key) ?? [];
    if (written !== undefined) return written;
    return this.knows(key) ? key : (this.#speller?.repair(key) ?? key);
  }

  #count(word: string, times = 1): void {
    this.#counts.set(word, (this.#counts.get(word) ?? 0) + times);
  }

  #stem(word: string): string {
    let stem = this.#stems.get(word);
    if (stem === undefined) {
      stem = stemmer(word);
      // What a user writes is not kept.
      if (!this.#isSealed) this.#stems.set(word, stem);
    }
    return stem;
  }

  #meaningOf({ key, kind }: OwnWord): readonly Feature[] {
    if (kind === 'word') return this.#meaningOfWord(key);
    const feature = this.#numbers.numberOf(key);
    return feature === noFeature ? [] : [{ feature, weight: weights[kind] }];
  }

  #meaningOfWord(word: string): readonly Feature[] {
    let meaning = this.#meanings.get(word);
    if (meaning === undefined) {
      meaning = this.#find(word);
      if (!this.#isSealed) this.#meanings.set(word, meaning);
    }
    return meaning;
  }

  #find(word: string): readonly Feature[] {
    const written = this.#written.get(word);
    if (written) return written.flatMap((one) => this.#meaningsOfKnown(one));
    if (this.knows(word)) return this.#meaningsOfKnown(word);
    const english = this.#english.get(this.#stem(word));
    if (english) return english.flatMap((danish) => this.#meaningsOfKnown(danish, 1, true));
    const parts = this.#parts(word);
    if (parts.length > 0) return parts.flatMap((part) => this.#meaningsOfKnown(part, weights.compound));
    const repaired = this.#speller?.repair(word);
    return repaired === undefined ? [] : this.#meaningsOfKnown(repaired, weights.repaired);
  }

  #meaningsOfKnown(word: string, worth = 1, translated = false): readonly Feature[] {
    if (joining.has(word)) return [{ feature: this.#numbers.numberOf(word), weight: weights.joining }];
    const stem = this.#stem(word);
    const concepts = (this.#concepts.get(stem) ?? []).map((feature) => ({ feature, weight: weights.concept * worth }));
    const danish = translated ? [] : (this.#english.get(stem) ?? []);
    const english = danish.flatMap((one) => this.#meaningsOfKnown(one, weights.translated * worth, true));
    const parts = this.#parts(word).flatMap((part) => {
      const own = this.#stem(part);
      return [
        { feature: this.#numbers.numberOf(own), weight: weights.part * worth },
        ...(this.#concepts.get(own) ?? []).map((feature) => ({ feature, weight: weights.part * worth })),
      ];
    });
    return [{ feature: this.#numbers.numberOf(stem), weight: weights.stem * worth }, ...concepts, ...parts, ...english];
  }

  /** The known words that a compound is made of; none when it is not made of known words. */
  #parts(word: string): readonly string[] {
    if (word.length < shortestCompound) return [];
    for (let at = word.length - shortestPart; at >= shortestPart; at--) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (tail.length < shortestPart + 1 || !this.#isWord(tail)) continue;
      for (const bare of [head, head.replace(/[se]$/u, '')])
        if (bare.length >= shortestPart && this.#isWord(bare)) return [bare, tail];
    }
    return [];
  }

  #isWord(word: string): boolean {
    if (!this.#beginnings.has(word.slice(0, shortestPart))) return false;
    return (this.#counts.get(word) ?? 0) > 1 || (word.length > 4 && this.#knownStems.has(this.#stem(word)));
  }
}
