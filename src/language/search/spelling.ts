/** A word of the vocabulary as the repair looks it up. */
interface Known {
  readonly word: string;
  readonly letters: number;
  readonly count: number;
}

const bitOf = (sign: string): number => {
  const code = sign.charCodeAt(0) - 97;
  return code >= 0 && code < 26 ? 1 << code : 1 << 26;
};
const lettersOf = (word: string): number => {
  let letters = 0;
  for (const sign of word) letters |= bitOf(sign);
  return letters;
};
const bitsIn = (value: number): number => {
  let bits = 0;
  for (let left = value; left !== 0; left &= left - 1) bits++;
  return bits;
};

/** Edits between two words: a letter more, fewer, other, or two exchanged. Stops counting above `most`. */
export const editsBetween = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      now.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    before = last;
    last = now;
  }
  return last[other.length] ?? most + 1;
};

/** How many mistakes a word of this length can bear and still be known again. */
const bearable = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Finds the known word that a misspelt one was meant to be. */
export class Speller {
  readonly #byLength = new Map<number, Known[]>();

  constructor(words: ReadonlyMap<string, number>) {
    for (const [word, count] of words) {
      if (word.length < 4 || !/^[a-z]+$/u.test(word)) continue;
      const same = this.#byLength.get(word.length) ?? [];
      same.push({ word, letters: lettersOf(word), count });
      this.#byLength.set(word.length, same);
    }
  }

  /** The nearest known word, the commoner one of two as near; undefined when none is near enough. */
  repair(word: string): string | undefined {
    const most = bearable(word.length);
    if (most === 0) return undefined;
    const letters = lettersOf(word);
    let best: Known | undefined;
    let fewest = most + 1;
    for (let length = word.length - most; length <= word.length + most; length++)
      for (const known of this.#byLength.get(length) ?? []) {
        if (bitsIn(letters ^ known.letters) > 2 * Math.min(most, fewest)) continue;
        const edits = editsBetween(word, known.word, Math.min(most, fewest));
        if (edits < fewest || (edits === fewest && edits <= most && known.count > (best?.count ?? 0))) {
          best = known;
          fewest = edits;
        }
      }
    if (best === undefined || fewest > most) return undefined;
    // The first letter is seldom wrong; a short word with another first letter is another word.
    return word.length < 7 && !best.word.startsWith(word.charAt(0)) ? undefined : best.word;
  }
}
