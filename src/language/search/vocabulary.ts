import { stemmer } from '@orama/stemmers/danish';
import { Beginnings } from './beginnings.ts';
import { FeatureNumbers, noFeature, PairNumbers, Tally, type KeptPairs } from './numbers.ts';
import type { OwnTexts, OwnWord } from './ownTexts.ts';
import { Speller } from './spelling.ts';
import { meaningsIn, type Meanings, type Thesaurus } from './thesaurus.ts';
import { weights } from './weights.ts';
import { wordsOf, type Word } from './words.ts';

/** A meaning that a word has, by its number, and how much of it: a stem, a part of a compound, a concept, a provision. */
export interface Feature {
  readonly feature: number;
  readonly weight: number;
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

/** All that a vocabulary has learnt, in a form that can be kept. */
export interface KeptVocabulary {
  /** By word: how often it came, and its stem. */
  readonly counts: ReadonlyMap<string, number>;
  readonly stems: ReadonlyMap<string, string>;
  readonly meanings: Meanings;
  /** The features' names, each at its number. */
  readonly numbers: readonly string[];
  readonly pairs: KeptPairs;
}

/** Knows the words of a body of texts: inflections, compounds, misspellings, synonyms. The same word always means the same. */
export class Vocabulary {
  readonly #counts: ReadonlyMap<string, number>;
  /** The stems of the words that are counted; while the texts of our own are read, of all that is met. */
  readonly #stems: Map<string, string>;
  readonly #knownStems: ReadonlySet<string>;
  readonly #numbers: FeatureNumbers;
  readonly #pairs: PairNumbers;
  readonly #meanings: Meanings;
  /** What words mean that have been met. */
  readonly #met = new Map<string, readonly Feature[]>();
  /** Empty but while a text is read. */
  readonly #said = new Tally();
  readonly #beside = new Tally();
  /** How known words begin: most pieces of a word begin like none. */
  readonly #beginnings = new Set<string>();
  readonly #speller: Speller;
  readonly #brokenOff: Beginnings;
  #isClosed = false;

  private constructor(
    { counts, stems, meanings }: Pick<KeptVocabulary, 'counts' | 'stems' | 'meanings'>,
    numbers: FeatureNumbers,
    pairs: PairNumbers,
  ) {
    this.#counts = counts;
    this.#stems = new Map(stems);
    this.#knownStems = new Set(stems.values());
    this.#meanings = meanings;
    [this.#numbers, this.#pairs] = [numbers, pairs];
    for (const word of counts.keys()) this.#beginnings.add(word.slice(0, shortestPart));
    this.#speller = new Speller(counts);
    this.#brokenOff = new Beginnings(counts);
  }

  /** Learns the words of the texts of our own. What is read then may have new features, until `close`. */
  static learn(thesaurus: Thesaurus, own: OwnTexts): Vocabulary {
    const counts = new Map<string, number>();
    const count = (word: string, times = 1): void => {
      counts.set(word, (counts.get(word) ?? 0) + times);
    };
    const numbers = new FeatureNumbers();
    const meanings = meaningsIn(thesaurus, stemmer, { numbers, count });
    own.countWords(count);
    const stems = new Map([...counts.keys()].map((word) => [word, stemmer(word)]));
    return new Vocabulary({ counts, stems, meanings }, numbers, new PairNumbers());
  }

  /** What was kept of a closed vocabulary, as it was. */
  static from(kept: KeptVocabulary): Vocabulary {
    const vocabulary = new Vocabulary(kept, new FeatureNumbers(kept.numbers), new PairNumbers(kept.pairs));
    vocabulary.close();
    return vocabulary;
  }

  /** All that `from` needs. */
  kept(): KeptVocabulary {
    const stems = new Map([...this.#counts.keys()].map((word) => [word, this.#stem(word)]));
    const [numbers, pairs] = [this.#numbers.kept(), this.#pairs.kept()];
    return { counts: this.#counts, stems, meanings: this.#meanings, numbers, pairs };
  }

  /** What a text means. */
  read(text: string): Reading {
    return this.readWords(wordsOf(text));
  }

  /** What these words mean, together. */
  readWords(words: readonly Word[]): Reading {
    const meanings = words.map((word) => this.meaningOf(word));
    const unknown = meanings.filter((meaning, index) => meaning.length === 0 && words[index]?.kind !== 'number').length;
    this.take(meanings, this.#said, this.#beside);
    const reading = { features: this.#said.entries(), pairs: this.#beside.entries(), unknown };
    this.#said.clear();
    this.#beside.clear();
    return reading;
  }

  /**
   * Adds what words mean in a row to empty tallies: their features, rows that are one concept, and words that stand beside
   * each other. By index, since every word of all that the guide knows comes through here when it is built.
   */
  take(meanings: readonly (readonly Feature[])[], said: Tally, beside: Tally | undefined): void {
    const stemAt = (index: number): number => meanings[index]?.[0]?.feature ?? noFeature;
    let stem = stemAt(0);
    for (let index = 0; index < meanings.length; index++) {
      const meaning = meanings[index] ?? none;
      for (const { feature, weight } of meaning) said.keepGreatest(feature, weight);
      const next = stemAt(index + 1);
      if (stem !== noFeature) {
        const pair = beside === undefined || next === noFeature ? noFeature : this.#pairs.numberOf(stem, next);
        if (pair !== noFeature) beside?.keepGreatest(pair, weights.pair);
        const rows = this.#meanings.rows.get(stem);
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
    this.#isClosed = true;
    this.#numbers.close();
    this.#pairs.close();
  }

  /** True when a word is known as it is written, or as an inflection of one that is. */
  knows(key: string): boolean {
    return this.#counts.has(key) || this.#knownStems.has(this.#stem(key));
  }

  /** True when our own texts speak of a word, a number or a provision, or it is made of what they speak of. */
  speaksOf({ key, kind }: OwnWord): boolean {
    return this.meaningOf({ key, kind }).length > 0;
  }

  /** The word as the vocabulary spells it. */
  spelt(key: string): string {
    const [written] = this.#meanings.written.get(key) ?? [];
    if (written !== undefined) return written;
    return this.knows(key) ? key : (this.#speller.repair(key) ?? this.#brokenOff.wordOf(key) ?? key);
  }

  /** What a word, a number or a provision means by itself. */
  meaningOf({ key, kind }: OwnWord): readonly Feature[] {
    if (kind === 'word') return this.#meaningOfWord(key);
    const feature = this.#numbers.numberOf(key);
    return feature === noFeature ? [] : [{ feature, weight: weights[kind] }];
  }

  #stem(word: string): string {
    let stem = this.#stems.get(word);
    if (stem === undefined) {
      stem = stemmer(word);
      // What a user writes is not kept.
      if (!this.#isClosed) this.#stems.set(word, stem);
    }
    return stem;
  }

  #meaningOfWord(word: string): readonly Feature[] {
    let meaning = this.#met.get(word);
    if (meaning === undefined) {
      meaning = this.#find(word);
      // The same here, unless it is a word of our own.
      if (!this.#isClosed || this.#counts.has(word)) this.#met.set(word, meaning);
    }
    return meaning;
  }

  #find(word: string): readonly Feature[] {
    const written = this.#meanings.written.get(word);
    if (written) return written.flatMap((one) => this.#meaningsOfKnown(one));
    if (this.knows(word)) return this.#meaningsOfKnown(word);
    const english = this.#meanings.english.get(this.#stem(word));
    if (english) return english.flatMap((danish) => this.#meaningsOfKnown(danish, 1, true));
    const own = this.#meanings.everyday.get(this.#stem(word));
    if (own) return own.flatMap((one) => this.#meaningsOfKnown(one, weights.everyday));
    const parts = this.#parts(word);
    if (parts.length > 0) return parts.flatMap((part) => this.#meaningsOfKnown(part, weights.compound));
    const repaired = this.#speller.repair(word) ?? this.#brokenOff.wordOf(word);
    return repaired === undefined ? [] : this.#meaningsOfKnown(repaired, weights.repaired);
  }

  #meaningsOfKnown(word: string, worth = 1, translated = false): readonly Feature[] {
    if (joining.has(word)) return [{ feature: this.#numbers.numberOf(word), weight: weights.joining }];
    const stem = this.#stem(word);
    const { concepts, english } = this.#meanings;
    const meant = (concepts.get(stem) ?? []).map((feature) => ({ feature, weight: weights.concept * worth }));
    const danish = translated ? [] : (english.get(stem) ?? []);
    const called = danish.flatMap((one) => this.#meaningsOfKnown(one, weights.translated * worth, true));
    const parts = this.#parts(word).flatMap((part) => {
      const own = this.#stem(part);
      return [
        { feature: this.#numbers.numberOf(own), weight: weights.part * worth },
        ...(concepts.get(own) ?? []).map((feature) => ({ feature, weight: weights.part * worth })),
      ];
    });
    return [{ feature: this.#numbers.numberOf(stem), weight: weights.stem * worth }, ...meant, ...parts, ...called];
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
