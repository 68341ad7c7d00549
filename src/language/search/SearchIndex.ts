import { Tally } from './numbers.ts';
import { Postings, toOneLength, Triples } from './postings.ts';
import { profilesOf } from './profiles.ts';
import { editsBetween } from './spelling.ts';
import { shares, weights } from './weights.ts';
import type { Word } from './words.ts';
import { Vocabulary, type Thesaurus } from './vocabulary.ts';

/** Something that can be asked about, with the ways it is asked and all that is said about it. */
export interface Subject {
  readonly id: string;
  readonly asks: readonly string[];
  readonly body: readonly string[];
  /** True for what is known so that it can be told apart, and not answered. */
  readonly isOutside?: boolean;
}

/** A subject that a text may be about. */
export interface Hit {
  readonly id: string;
  /** How well the text fits the subject: 0 for not at all, about 1 for one of its own asks. */
  readonly score: number;
  /** 0 to 1: how much of what the text says is spoken of in the subject at all. */
  readonly covered: number;
  /** 0 to 1: how much the text resembles the way of asking that it resembles most. */
  readonly alike: number;
}

/** More texts than these are read again each time. */
const mostRemembered = 2000;
/** Of an ask that is alike in part, this power leaves next to nothing: only one that is nearly the same counts. */
const sameness = 8;
/** What scores less is not about it at all. */
const leastScore = 0.05;
/** Hits behind these are never looked at. */
const mostHits = 60;

/** Weighs rarity: what stands everywhere says nothing. */
const idfOf = (all: number, having: number): number =>
  Math.log(1 + (all - having + 0.5) / (having + 0.5)) ** weights.rarity;

/** Notes what a text was found to say. */
const note = (said: Tally, place: number, places: Triples): void => {
  for (const one of said.used) places.add(one, place, said.of(one));
};
const sumUp = (said: Tally, sums: Tally): void => {
  for (const one of said.used) sums.add(one, said.of(one));
};

/** Adds to each place of a feature what it is worth there. */
const gather = (postings: Postings, feature: number, worth: number, sums: Float32Array): void => {
  const { from, to } = postings.of(feature);
  for (let at = from; at < to; at++) {
    const place = postings.places[at] ?? 0;
    sums[place] = (sums[place] ?? 0) + worth * (postings.weights[at] ?? 0);
  }
};

/** How rare each feature is among the asks. */
const rarities = (postings: Postings, features: number, asks: number): Float32Array =>
  Float32Array.from({ length: features }, (_, feature) => {
    const { from, to } = postings.of(feature);
    return idfOf(asks, Math.max(1, to - from));
  });

/** Weighs what each ask says by its rarity, so that all asks are of one length. */
const normalise = (count: number, ...parts: readonly (readonly [Postings, Float32Array])[]): void => {
  const norms = new Float32Array(count);
  for (const [postings, idf] of parts)
    for (let feature = 0; feature < idf.length; feature++) {
      const { from, to } = postings.of(feature);
      for (let at = from; at < to; at++) {
        const worth = (postings.weights[at] ?? 0) * (idf[feature] ?? 0);
        postings.weights[at] = worth;
        norms[postings.places[at] ?? 0] = (norms[postings.places[at] ?? 0] ?? 0) + worth ** 2;
      }
    }
  toOneLength(
    norms,
    parts.map(([postings]) => postings),
  );
};

/** What a text has in common with each ask; and with each subject, with all that it speaks of and with its asks together. */
interface Sums {
  readonly alike: Float32Array;
  readonly covered: Float32Array;
  readonly fitting: Float32Array;
}

/** What was found, and how much of the text is spoken of by nothing that can be answered. */
export interface Found {
  readonly hits: readonly Hit[];
  /** 0 to 1: the share of the text's meaning that no subject within speaks of. */
  readonly foreign: number;
}

/** Finds what a text is about. Built once, in memory; the same text always gives the same hits in the same order. */
export class SearchIndex {
  readonly vocabulary: Vocabulary;
  readonly #subjects: readonly Subject[];
  readonly #askOwner: Uint32Array;
  readonly #asks: Postings;
  readonly #pairs: Postings;
  readonly #spoken: Postings;
  /** By subject, what all its asks say together: in features, and in pairs. */
  readonly #profiles: { readonly features: Postings; readonly pairs: Postings };
  readonly #idf: Float32Array;
  readonly #pairIdf: Float32Array;
  readonly #unknownIdf: number;
  /** By feature: 1 where some subject within speaks of it. */
  readonly #within: Uint8Array;
  /** What texts of the guide's own were found to say. */
  readonly #read = new Map<string, ReadonlyMap<number, number>>();

  constructor(subjects: readonly Subject[], thesaurus: Thesaurus) {
    this.#subjects = subjects;
    this.vocabulary = new Vocabulary(thesaurus);
    for (const { asks, body } of subjects) {
      for (const text of asks) this.vocabulary.learn(text);
      for (const text of body) this.vocabulary.learn(text);
    }
    this.vocabulary.seal();
    this.#askOwner = Uint32Array.from(subjects.flatMap(({ asks }, owner) => asks.map(() => owner)));
    const [asks, pairs, spoken] = [new Triples(), new Triples(), new Triples()];
    const [said, beside, worth] = [new Tally(), new Tally(), new Tally()];
    let ask = 0;
    let text = 0;
    const read = (pairsToo?: Tally): void => {
      said.clear();
      pairsToo?.clear();
      this.vocabulary.readLearnt(text++, said, pairsToo);
      sumUp(said, worth);
    };
    for (const [owner, one] of subjects.entries()) {
      worth.clear();
      for (const _ of one.asks) {
        read(beside);
        note(said, ask, asks);
        note(beside, ask, pairs);
        ask++;
      }
      for (const _ of one.body) read();
      for (const feature of worth.used)
        spoken.add(feature, owner, worth.of(feature) / (worth.of(feature) + weights.saturation));
    }
    this.vocabulary.close();
    const sizes = this.vocabulary.sizes;
    this.#asks = new Postings(asks, sizes.features);
    this.#pairs = new Postings(pairs, sizes.pairs);
    this.#spoken = new Postings(spoken, sizes.features);
    this.#within = new Uint8Array(sizes.features);
    for (let feature = 0; feature < sizes.features; feature++) {
      const { from, to } = this.#spoken.of(feature);
      for (let at = from; at < to; at++)
        if (!subjects[this.#spoken.places[at] ?? 0]?.isOutside) this.#within[feature] = 1;
    }
    this.#unknownIdf = idfOf(ask, 1);
    this.#idf = rarities(this.#asks, sizes.features, ask);
    this.#pairIdf = rarities(this.#pairs, sizes.pairs, ask);
    normalise(ask, [this.#asks, this.#idf], [this.#pairs, this.#pairIdf]);
    const [features, besides] = profilesOf(
      [
        { asks: this.#asks, features: sizes.features },
        { asks: this.#pairs, features: sizes.pairs },
      ],
      this.#askOwner,
      subjects.length,
    );
    this.#profiles = { features, pairs: besides };
  }

  /** What words may be about, best first. */
  search(words: readonly Word[]): Found {
    const { features, pairs, unknown } = this.vocabulary.readWords(words);
    const alike = new Float32Array(this.#askOwner.length);
    const covered = new Float32Array(this.#subjects.length);
    const fitting = new Float32Array(this.#subjects.length);
    let norm = 0;
    let all = 0;
    let foreign = 0;
    for (const [feature, weight] of features) {
      const worth = weight * (this.#idf[feature] ?? 0);
      norm += worth ** 2;
      const rare = worth * (this.#idf[feature] ?? 0) ** (weights.coverRarity - 1);
      all += rare;
      if (this.#within[feature] !== 1) foreign += rare;
      gather(this.#asks, feature, worth, alike);
      gather(this.#spoken, feature, rare, covered);
      gather(this.#profiles.features, feature, worth, fitting);
    }
    for (const [pair, weight] of pairs) {
      const worth = weight * (this.#pairIdf[pair] ?? 0);
      norm += worth ** 2;
      gather(this.#pairs, pair, worth, alike);
      gather(this.#profiles.pairs, pair, worth, fitting);
    }
    const lost = unknown * this.#unknownIdf * weights.unknown;
    const lostRare = unknown * this.#unknownIdf ** weights.coverRarity * weights.unknown;
    norm = Math.sqrt(norm + (lost / Math.max(1, Math.sqrt(unknown))) ** 2) || 1;
    const whole = all + lostRare || 1;
    return { hits: this.#ranked({ alike, covered, fitting }, norm, whole), foreign: (foreign + lostRare) / whole };
  }

  /** How much of what the words say is said in a text, in rarity. */
  likeness(words: readonly Word[], text: string): number {
    let said = this.#read.get(text);
    if (!said) {
      said = this.vocabulary.read(text).features;
      if (this.#read.size < mostRemembered) this.#read.set(text, said);
    }
    let sum = 0;
    for (const [feature, weight] of this.vocabulary.readWords(words).features)
      sum += weight * (said.get(feature) ?? 0) * (this.#idf[feature] ?? 0);
    return sum;
  }

  /** The one of some names that a misspelt word is nearest to; undefined when it is near none. */
  nearest(word: string, names: readonly string[]): string | undefined {
    const most = word.length < 8 ? 1 : 2;
    return names
      .map((name) => ({ name, edits: name.length < 5 ? most + 1 : editsBetween(word, name, most) }))
      .filter(({ edits }) => edits <= most)
      .sort((one, other) => one.edits - other.edits)[0]?.name;
  }

  #ranked({ alike, covered, fitting }: Sums, norm: number, all: number): readonly Hit[] {
    const best = new Float32Array(this.#subjects.length * 3);
    for (let ask = 0; ask < alike.length; ask++) {
      const sum = alike[ask] ?? 0;
      const at = (this.#askOwner[ask] ?? 0) * 3;
      const [first = 0, second = 0, third = 0] = [best[at], best[at + 1], best[at + 2]];
      if (sum <= third) continue;
      best[at + 2] = sum > second ? second : sum;
      if (sum > second) best[at + 1] = sum > first ? first : sum;
      if (sum > first) best[at] = sum;
    }
    const hits: Hit[] = [];
    for (const [index, { id }] of this.#subjects.entries()) {
      const at = index * 3;
      const [first = 0, second = 0, third = 0] = [best[at], best[at + 1], best[at + 2]];
      const like = first / norm;
      const cover = (covered[index] ?? 0) / all;
      const several = (first + second + third) / 3 / norm;
      const fit = (fitting[index] ?? 0) / norm;
      const score =
        shares.alike * like +
        shares.same * like ** sameness +
        shares.several * several +
        shares.covered * cover +
        shares.profile * fit;
      if (score > leastScore) hits.push({ id, score, covered: cover, alike: like });
    }
    return hits.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1)).slice(0, mostHits);
  }
}
