import { normalise } from '../../language/index.ts';

/** A text by which something is found, and how much it says about it. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

/** What a text has found, by number, best first. */
export interface Matches {
  readonly things: readonly number[];
  /** True when every word of the text was found in each of them. */
  readonly isWhole: boolean;
}

const longestQuery = 200;
const mostTokens = 12;
const exact = 2;

/** The words of a text as they are compared; "§ 83 a" is the one word "83a". */
export const tokensOf = (text: string): readonly string[] =>
  normalise(text.slice(0, longestQuery * 10).replaceAll('§', ' '))
    .replace(/\b(\d{1,3}) ([a-h])(?= |$)/gu, '$1$2')
    .split(' ')
    .filter((token) => token !== '');

/**
 * Finds things by the beginnings of their words, as someone types. Built once; a search looks up each beginning in a sorted
 * list, and gives the numbers of the things, best first.
 */
export class PrefixIndex {
  readonly #keys: readonly string[];
  readonly #owners: Uint32Array;
  readonly #weights: Float32Array;
  readonly #count: number;

  constructor(things: readonly (readonly Field[])[]) {
    const rows = things.flatMap((fields, owner) => {
      const best = new Map<string, number>();
      for (const { text, weight } of fields)
        for (const token of tokensOf(text)) best.set(token, Math.max(weight, best.get(token) ?? 0));
      return [...best].map(([key, weight]) => ({ key, owner, weight }));
    });
    rows.sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
    this.#keys = rows.map(({ key }) => key);
    this.#owners = Uint32Array.from(rows, ({ owner }) => owner);
    this.#weights = Float32Array.from(rows, ({ weight }) => weight);
    this.#count = things.length;
  }

  /** The things in which every word of the text begins some word; those with the most such words when none has all. */
  search(text: string): Matches {
    const tokens = [...new Set(tokensOf(text.slice(0, longestQuery)))].slice(0, mostTokens);
    const scores = new Float32Array(this.#count);
    const matched = new Uint8Array(this.#count);
    for (const token of tokens) this.#gather(token, scores, matched);
    const most = matched.reduce((one, other) => Math.max(one, other), 0);
    if (most === 0) return { things: [], isWhole: false };
    const found: number[] = [];
    for (let thing = 0; thing < this.#count; thing++) if (matched[thing] === most) found.push(thing);
    found.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
    return { things: found, isWhole: most === tokens.length };
  }

  /** Adds to each thing what its best word for the token is worth: a whole word twice as much as its beginning. */
  #gather(token: string, scores: Float32Array, matched: Uint8Array): void {
    const best = new Map<number, number>();
    for (let at = this.#from(token); this.#keys[at]?.startsWith(token) === true; at++) {
      const owner = this.#owners[at] ?? 0;
      const worth = (this.#weights[at] ?? 0) * (this.#keys[at] === token ? exact : 1);
      if (worth > (best.get(owner) ?? 0)) best.set(owner, worth);
    }
    for (const [owner, worth] of best) {
      scores[owner] = (scores[owner] ?? 0) + worth;
      matched[owner] = (matched[owner] ?? 0) + 1;
    }
  }

  /** The first key that is not before the token. */
  #from(token: string): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
