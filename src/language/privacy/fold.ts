/** Text in one spelling for all that look the same, with the way back to where each character stood. */
export interface Folded {
  readonly text: string;
  /** Where the character at an index of the folded text began in the original. */
  readonly at: (index: number) => number;
}

/** Nothing here has a second spelling: no invisible characters, no digits but 0 to 9, no dashes but the hyphen. */
const plain = /^[\t\n\r -~ÀÁÄ-ÇÈ-ËÖØÜß-àáä-çè-ëöøüÅåÆæ§«»°´]*$/u;
/** Characters that show nothing, and marks that stand on the character before. */
const unseen = /[\p{Cf}\p{M}]/u;
const dash = /[\p{Pd}\u2212\u2043]/u;
const slash = /[\u2044\u2215\u29f8]/u;
const space = /[\s\u2028\u2029]/u;
/** Blocks that hold letters and digits in disguise: superscript, circled, full-width, mathematical, squared. */
const disguised =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u2070-\u209c\u2460-\u24ea\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f189}]/u;
const number = /\p{Nd}/u;
/** The letters that Danish names are written with, taken apart into a letter and a mark. */
const composed: Readonly<Record<string, string>> = {
  'a\u030a': 'å',
  'A\u030a': 'Å',
  'a\u0308': 'ä',
  'A\u0308': 'Ä',
  'o\u0308': 'ö',
  'O\u0308': 'Ö',
  'u\u0308': 'ü',
  'U\u0308': 'Ü',
};

/** A digit of any script as 0 to 9: digits of a script stand ten in a row. */
const digitOf = (code: number): string => {
  let value = 0;
  while (value < 9 && number.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
};

const foldOne = (sign: string): string => {
  if (unseen.test(sign)) return '';
  if (space.test(sign)) return /[\n\r\u2028\u2029]/u.test(sign) ? '\n' : ' ';
  if (dash.test(sign)) return '-';
  if (slash.test(sign)) return '/';
  if (disguised.test(sign)) return sign.normalize('NFKC');
  return number.test(sign) ? digitOf(sign.codePointAt(0) ?? 0) : sign;
};

/**
 * Writes full-width, circled and foreign digits as 0 to 9, every dash as a hyphen and every space as a space, joins taken
 * apart letters and leaves out what cannot be seen. Takes time in proportion to the text, and never throws.
 */
export const fold = (original: string): Folded => {
  if (plain.test(original)) return { text: original, at: (index) => index };
  const seen = new Map<string, string>();
  const places: number[] = [];
  const parts: string[] = [];
  let index = 0;
  for (const sign of original) {
    const joined = sign >= '\u0300' && sign <= '\u036f' ? composed[(parts.at(-1) ?? '') + sign] : undefined;
    if (joined !== undefined) parts[parts.length - 1] = joined;
    else {
      let folded = sign >= ' ' && sign <= '~' ? sign : seen.get(sign);
      if (folded === undefined) seen.set(sign, (folded = foldOne(sign)));
      places.push(...Array<number>(folded.length).fill(index));
      if (folded !== '') parts.push(folded);
    }
    index += sign.length;
  }
  return { text: parts.join(''), at: (at) => places[at] ?? original.length };
};
