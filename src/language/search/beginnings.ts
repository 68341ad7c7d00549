/** A shorter beginning could be that of anything. */
const shortest = 4;
/** So much longer the word is at least: what is one letter short is misspelt. */
const leastMore = 2;

/** The place of the first of some words in order that is not before a beginning. */
const firstFrom = (words: readonly string[], beginning: string): number => {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < beginning) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Finds the word that one is the beginning of: staff break words off where the rest goes without saying ("helbredsoplysn."). */
export class Beginnings {
  readonly #counts: ReadonlyMap<string, number>;
  /** In order of the alphabet; made when it is first needed. */
  #inOrder: readonly string[] | undefined;

  constructor(counts: ReadonlyMap<string, number>) {
    this.#counts = counts;
  }

  /** The commonest known word that begins so; undefined when there is none, or the beginning is too short to tell. */
  wordOf(beginning: string): string | undefined {
    if (beginning.length < shortest) return undefined;
    const words = (this.#inOrder ??= [...this.#counts.keys()]
      .filter((word) => word.length >= shortest + leastMore)
      .sort());
    let best: string | undefined;
    for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning) === true; at++) {
      const word = words[at] ?? '';
      if (word.length < beginning.length + leastMore) continue;
      if (best === undefined || (this.#counts.get(word) ?? 0) > (this.#counts.get(best) ?? 0)) best = word;
    }
    return best;
  }
}
