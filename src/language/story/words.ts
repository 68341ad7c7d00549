import { fold } from '../privacy/fold.ts';
import { tokensOf } from '../privacy/tokens.ts';

/** A word, a number or the sign §, with the signs that stand before it. */
export interface Word {
  /** Lower case, with æ, ø and å as ae, oe and aa. */
  readonly key: string;
  /** As it is written. */
  readonly raw: string;
  /** What stands between the word before and this one: spaces, signs, new lines. */
  readonly before: string;
  /** Where it starts and ends in the folded text. */
  readonly from: number;
  readonly to: number;
}

/** A text as a row of words. */
export interface Words {
  readonly words: readonly Word[];
  /** The folded text. */
  readonly text: string;
  /** What stands after the last word. */
  readonly after: string;
  /** Where a piece of the folded text stood in the original. */
  readonly place: (from: number, to: number) => { readonly said: string; readonly from: number; readonly to: number };
}

/** Divides a text into words, in time in proportion to its length. Never throws. */
export const wordsOf = (original: string): Words => {
  const { text, at } = fold(original);
  const words: Word[] = [];
  let end = 0;
  const add = (key: string, from: number, to: number): void => {
    words.push({ key, raw: text.slice(from, to), before: text.slice(end, from), from, to });
    end = to;
  };
  for (const { kind, key, raw, start, end: stop } of tokensOf(text)) {
    if (kind !== 'signs') add(kind === 'digits' ? raw : key, start, stop);
    else if (raw.includes('§')) add('§', start + raw.indexOf('§'), start + raw.lastIndexOf('§') + 1);
  }
  const place: Words['place'] = (from, to) => {
    const [first, last] = [at(from), at(to - 1)];
    const past = last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
    return { said: original.slice(first, past), from: first, to: past };
  };
  return { words, text, after: text.slice(end), place };
};
