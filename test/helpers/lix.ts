/** A number as paragraphs have it: "86", "83 a"; then what may follow it, such as ", stk. 1" or ", nr. 2-4". */
const number = String.raw`\d+(?:\s[a-z](?![\p{L}\d]))?`;
const part = String.raw`(?:stk\.|nr\.|litra)\s*${number}(?:\s*[-–]\s*\d+|(?:,\s*\d+)*,?\s+(?:og|eller)\s+\d+(?!\.?\s*\p{Ll}{3}))?`;
const parts = String.raw`(?:,?\s+(?:og\s+|eller\s+)?${part})*`;
const one = String.raw`§\s*${number}${parts}`;
const several = String.raw`§§\s*${number}(?:\s*[-–]\s*${number})?${parts}(?:(?:,\s*|,?\s+og\s+|,?\s+eller\s+|,?\s+samt\s+)${number}(?:\s*[-–]\s*${number})?${parts})*`;
const reference = new RegExp(String.raw`${several}|${one}|${part}${parts}`, 'gu');
const abbreviation = /\b(?:stk|nr|jf|f\.eks|m\.v|m\.m|ca|kl|bl\.a|pkt)\.(?=\s*[\p{Ll}\d§]|,)/giu;
/** The full stop of "1. juli" or "kl. 8.30" ends no sentence. */
const ordinal = /(\d)\.(?=\s+\p{Ll}|\d)/gu;

/**
 * A text as LIX counts it: a § reference such as "§ 86, stk. 1" or "§§ 83, 83 a og 86, stk. 1" is one short word, and only
 * what ends a sentence is a full stop. A colon ends none.
 */
const counted = (text: string): string =>
  text
    .replace(reference, '§0')
    .replace(abbreviation, (found) => found.replaceAll('.', ''))
    .replace(ordinal, '$1');

const longerThan = 6;

/** What LIX is made of; `sentences` are the ends of sentences, and at least one in every piece that has a word. */
export interface Counts {
  readonly words: number;
  readonly long: number;
  readonly sentences: number;
}

/** Counts pieces of text that each begin anew, such as a heading, a paragraph or an item of a list. */
export const countsOf = (pieces: readonly string[]): Counts => {
  const counts = { words: 0, long: 0, sentences: 0 };
  for (const piece of pieces) {
    const sentences = counted(piece)
      .split(/[.!?]+(?=\s|$|["»«”)])/u)
      .map((sentence) => sentence.match(/§0|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [])
      .filter((words) => words.length > 0);
    counts.sentences += sentences.length;
    for (const word of sentences.flat()) {
      counts.words += 1;
      if (word.normalize('NFC').length > longerThan) counts.long += 1;
    }
  }
  return counts;
};

/** LIX: words a sentence, and how many of a hundred words have more than six letters. */
export const lixOf = (pieces: readonly string[]): number => {
  const { words, long, sentences } = countsOf(pieces);
  return words === 0 ? 0 : words / sentences + (100 * long) / words;
};
