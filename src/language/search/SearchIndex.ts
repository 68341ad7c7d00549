import type { Postings } from './postings.ts';
import { editsBetween } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';
import { shares, weights } from './weights.ts';
import type { Word } from './words.ts';

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

/** Adds to each place of a feature what it is worth there. */
const gather = (postings: Postings, feature: number, worth: number, sums: Float32Array): void => {
  const { from, to } = postings.of(feature);
  for (let at = from; at < to; at++) {
    const place = postings.places[at] ?? 0;
    sums[place] = (sums[place] ?? 0) + worth * (postings.weights[at] ?? 0);
  }
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

/** All that an index holds. */
export interface Built {
  readonly vocabulary: Vocabulary;
  readonly ids: readonly string[];
  /** By ask, whose it is. */
  readonly askOwner: Uint32Array;
  readonly asks: Postings;
  readonly pairs: Postings;
  readonly spoken: Postings;
  /** By subject, what all its asks say together: in features, and in pairs. */
  readonly profiles: { readonly features: Postings; readonly pairs: Postings };
  readonly idf: Float32Array;
  readonly pairIdf: Float32Array;
  readonly unknownIdf: number;
  /** By feature: 1 where some subject within speaks of it. */
  readonly within: Uint8Array;
}

/** Finds what a text is about, in memory; the same text always gives the same hits in the same order. */
export class SearchIndex {
  readonly vocabulary: Vocabulary;
  readonly #built: Built;
  /** What texts of the guide's own were found to say. */
  readonly #read = new Map<string, ReadonlyMap<number, number>>();
  /** Used again for each text: a search makes no arrays of its own. */
  readonly #sums: Sums;
  /** By subject the three of its asks that a text has most in common with. */
  readonly #best: Float32Array;

  constructor(built: Built) {
    this.#built = built;
    this.vocabulary = built.vocabulary;
    const subjects = built.ids.length;
    this.#sums = {
      alike: new Float32Array(built.askOwner.length),
      covered: new Float32Array(subjects),
      fitting: new Float32Array(subjects),
    };
    this.#best = new Float32Array(subjects * 3);
  }

  /** All that it holds, to be kept between starts. */
  get built(): Built {
    return this.#built;
  }

  /** What words may be about, best first. */
  search(words: readonly Word[]): Found {
    const { idf, pairIdf, unknownIdf, within, asks, pairs: askPairs, spoken, profiles } = this.#built;
    const { features, pairs, unknown } = this.vocabulary.readWords(words);
    const { alike, covered, fitting } = this.#sums;
    for (const sums of [alike, covered, fitting]) sums.fill(0);
    let norm = 0;
    let all = 0;
    let foreign = 0;
    for (const [feature, weight] of features) {
      const worth = weight * (idf[feature] ?? 0);
      norm += worth ** 2;
      const rare = worth * (idf[feature] ?? 0) ** (weights.coverRarity - 1);
      all += rare;
      if (within[feature] !== 1) foreign += rare;
      gather(asks, feature, worth, alike);
      gather(spoken, feature, rare, covered);
      gather(profiles.features, feature, worth, fitting);
    }
    for (const [pair, weight] of pairs) {
      const worth = weight * (pairIdf[pair] ?? 0);
      norm += worth ** 2;
      gather(askPairs, pair, worth, alike);
      gather(profiles.pairs, pair, worth, fitting);
    }
    const lost = unknown * unknownIdf * weights.unknown;
    const lostRare = unknown * unknownIdf ** weights.coverRarity * weights.unknown;
    norm = Math.sqrt(norm + (lost / Math.max(1, Math.sqrt(unknown))) ** 2) || 1;
    const whole = all + lostRare || 1;
    return { hits: this.#ranked(norm, whole), foreign: (foreign + lostRare) / whole };
  }

  /** Tells how much of what the words say is said in a text, in rarity. */
  likenessTo(words: readonly Word[]): (text: string) => number {
    const { idf } = this.#built;
    const asked = [...this.vocabulary.readWords(words).features].map(
      ([feature, weight]) => [feature, weight * (idf[feature] ?? 0)] as const,
    );
    return (text) => {
      const said = this.#saidIn(text);
      return asked.reduce((sum, [feature, worth]) => sum + worth * (said.get(feature) ?? 0), 0);
    };
  }

  /** The one of some names that a misspelt word is nearest to; undefined when it is near none. */
  nearest(word: string, names: readonly string[]): string | undefined {
    const most = word.length < 8 ? 1 : 2;
    return names
      .map((name) => ({ name, edits: name.length < 5 ? most + 1 : editsBetween(word, name, most) }))
      .filter(({ edits }) => edits <= most)
      .sort((one, other) => one.edits - other.edits)[0]?.name;
  }

  /** What a text of our own says; read once, while there are not too many. */
  #saidIn(text: string): ReadonlyMap<number, number> {
    const known = this.#read.get(text);
    if (known) return known;
    const said = this.vocabulary.read(text).features;
    if (this.#read.size < mostRemembered) this.#read.set(text, said);
    return said;
  }

  /** What the sums say: the subjects by their scores. */
  #ranked(norm: number, all: number): readonly Hit[] {
    const { ids, askOwner } = this.#built;
    const { alike, covered, fitting } = this.#sums;
    const best = this.#best.fill(0);
    for (let ask = 0; ask < alike.length; ask++) {
      const sum = alike[ask] ?? 0;
      const at = (askOwner[ask] ?? 0) * 3;
      const [first = 0, second = 0, third = 0] = [best[at], best[at + 1], best[at + 2]];
      if (sum <= third) continue;
      best[at + 2] = sum > second ? second : sum;
      if (sum > second) best[at + 1] = sum > first ? first : sum;
      if (sum > first) best[at] = sum;
    }
    const hits: Hit[] = [];
    for (const [index, id] of ids.entries()) {
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
