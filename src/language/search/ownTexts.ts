import { Rows } from './numbers.ts';
import { bareWordsIn, keysIn, longestWord, ownKeyOf, wordsOf, type Word } from './words.ts';

/** A word of our own texts: what it is looked up by, and what kind of word it is. */
export type OwnWord = Pick<Word, 'key' | 'kind'>;

/** The texts of the guide itself, each word once: a text is a row of numbers. Much faster than to read each text anew. */
export class OwnTexts {
  readonly words: OwnWord[] = [];
  readonly #texts = new Rows();
  readonly #byKey = new Map<string, number>();
  readonly #byWriting = new Map<string, number>();
  readonly #counts: number[] = [];
  /** "stk." and "paragraf" are words beside the provision that they stand in. */
  readonly #besides: string[] = [];

  /** Adds a text; texts are numbered as they come. */
  add(text: string): void {
    this.#texts.begin();
    const bare = bareWordsIn(text);
    if (bare) {
      for (const word of bare) if (word.length <= longestWord) this.#note(this.#numberOfWritten(word));
      return;
    }
    const words = wordsOf(text);
    for (const { key, kind } of words) this.#note(this.#numberOf(key, kind));
    if (!words.some(({ kind }) => kind === 'provision')) return;
    const counted = new Set(words.map(({ key }) => key));
    for (const key of keysIn(text)) if (key > '9\uffff' && !counted.has(key)) this.#besides.push(key);
  }

  /** The words of a text, each by its place in `words`. */
  text(number: number): Uint32Array {
    return this.#texts.row(number);
  }

  /** Tells every word that is neither a number nor a provision, and how often it comes. */
  countWords(tell: (word: string, times: number) => void): void {
    for (const [number, { key, kind }] of this.words.entries())
      if (kind === 'word') tell(key, this.#counts[number] ?? 0);
    for (const word of this.#besides) tell(word, 1);
  }

  #note(number: number): void {
    this.#texts.add(number);
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
  }

  #numberOfWritten(written: string): number {
    const known = this.#byWriting.get(written);
    if (known !== undefined) return known;
    const number = this.#numberOf(ownKeyOf(written), 'word');
    this.#byWriting.set(written, number);
    return number;
  }

  #numberOf(key: string, kind: Word['kind']): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const number = this.words.length;
    this.#byKey.set(key, number);
    this.words.push({ key, kind });
    this.#counts.push(0);
    return number;
  }
}
