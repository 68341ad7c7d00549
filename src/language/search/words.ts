import { fold } from '../privacy/fold.ts';
import { keyOf } from '../privacy/tokens.ts';

/** One word of a text as the search sees it: folded, in lower case. A provision is one word: `§83a` or `§86.1`. */
export interface Word {
  readonly key: string;
  readonly kind: 'word' | 'provision' | 'number';
  readonly from: number;
  readonly to: number;
}

/** More of a text than this says nothing new about what is asked, and must not cost time. */
const longestText = 6000;
/** Signs after a number that show whether it counts something. */
const longestAfter = 12;
/** Longer words are passed over. */
export const longestWord = 40;

/** What a number counts or measures, so that it is no part of a provision. */
const unit = String.raw`\s?(?:kg|kr|%|år|pct|procent|mio|point|uge|dag|dø|måned|time|minut|gang|tablet|pille|x(?![\p{L}\p{N}]))`;
const section = String.raw`(?:§{1,2}|\b(?:paragraf(?:fen|ferne|fer)?|section)\b)\s{0,3}(\d{1,3})(?:,?\s?litra)?\s?([a-h](?![\p{L}\p{N}]))?`;
/** "stk. 1", or the same in short: "§ 86,1". Of "§§ 83,84" and "§ 86 2 uger" it is none. */
const part = String.raw`(?:[\s,]{0,3}stk\.?\s{0,2}(\d{1,2})|[.,]([1-9])(?![\d.,]|${unit}))?`;
/** "86,2" by itself, or after what it can only be a provision of; "hun vejer 86,2" is none. */
const short = String.raw`(?:(?<=^\s*)(8[346])[.,]([12])(?=[\s?!.]*$)|(?<=\b(?:sel|serviceloven|efter|bevilling(?:en)?)\s)(8[346])[.,\s-]([12])(?![\d.,]|${unit}))`;
/** "83 a" without its sign; not the room or the bus of that name. */
const lettered = String.raw`(?<!\b(?:værelse|vaerelse|stue|lokale|nr\.?|nummer|bus|linje|bolig|lejlighed)\s)\b(83|118|138|139|140)(?:,?\s?litra)?\s?([abe])(?![\p{L}\p{N}])(?:[\s,]{0,3}stk\.?\s{0,2}(\d{1,2}))?`;
const counted = String.raw`\b(\d{1,3})[\s,]{1,3}stk\.?\s{0,2}(\d{1,2})(?!\d|${unit})`;
const provision = new RegExp([`${section}${part}`, lettered, counted, short].join('|'), 'giu');
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** What every provision has. */
const mayHoldProvision = /§|\d\s?[abe]\b|stk|litra|8[346][.,\s-][12]|paragraf|section/iu;

const provisionsIn = (text: string): Word[] => {
  const found: Word[] = [];
  if (!mayHoldProvision.test(text)) return found;
  for (const match of text.matchAll(provision)) {
    const [whole, number, letter, stk1, stk2, bare, bareLetter, stk3, plain, stk4, alone, stk5, after, stk6] = match;
    const name = `§${number ?? bare ?? plain ?? alone ?? after ?? ''}${(letter ?? bareLetter ?? '').toLowerCase()}`;
    const stk = stk1 ?? stk2 ?? stk3 ?? stk4 ?? stk5 ?? stk6;
    const place = { from: match.index, to: match.index + whole.length, kind: 'provision' as const };
    found.push({ key: name, ...place });
    if (stk !== undefined) found.push({ key: `${name}.${stk}`, ...place });
  }
  return found;
};

/** The words of the guide's own texts, which come again and again. What a user writes is never put here. */
const keys = new Map<string, string>();
const mostKeys = 20_000;
/** The key of a word of our own. */
export const ownKeyOf = (word: string): string => {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = keyOf(word);
  if (keys.size < mostKeys) keys.set(word, key);
  return key;
};

/** The words and numbers of a text of our own, as keys, and nothing else about them. */
export const keysIn = (text: string): readonly string[] => (text.match(word) ?? []).map(ownKeyOf);

/** A text that says the same folded, and holds no number and no provision. */
const onlyWords = /^[\t\n\r !-/:-~ÀÁÄ-ÇÈ-ËÖØÜß-àáä-çè-ëöøüÅåÆæ«»´]*$/u;

const plainWord = /[A-Za-zÀÁÄ-ÇÈ-ËÖØÜß-àáä-çè-ëöøüÅåÆæ]+/gu;

/** The words of a text of our own as they are written, when it holds nothing else: much faster than `wordsOf`. */
export const bareWordsIn = (text: string): readonly string[] | undefined =>
  onlyWords.test(text) && !mayHoldProvision.test(text) ? (text.match(plainWord) ?? []) : undefined;

/** "bevilling 84" is a provision without its sign; "er 84" is an age. */
const bareProvision = new Set(['83', '84', '86', '140']);
const beforeProvision = new Set(
  'efter bevilling bevillingen afgoerelse afgoerelsen paragraf sel sul serviceloven sundhedsloven'.split(' '),
);
/** After the name of an act a number is one of its provisions where nothing follows that it counts: "hvad siger ældreloven 17". */
const acts = new Set(
  'ael aeldreloven aeldrelovens sel serviceloven servicelovens sul sundhedsloven sundhedslovens'.split(' '),
);
const endsHere =
  /^(?!\.\s?(?:\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))\s*(?:$|[?!;:)]|[.,](?:\s|$)|(?:om|i|og|eller|nr|gælder|siger|betyder|for|ved)(?!\p{L}))/iu;
/** Ældreloven has fewer provisions than this: what is more is an age. */
const fewestOfAge = 60;
const isProvision = (key: string, before: string, after: string): boolean =>
  (bareProvision.has(key) && beforeProvision.has(before)) ||
  (acts.has(before) &&
    /^[1-9]\d{0,2}$/u.test(key) &&
    endsHere.test(after) &&
    (Number(key) < fewestOfAge || !before.startsWith('ael')));

const kindOf = (key: string): Word['kind'] => (key <= '9\uffff' && /^\d+$/u.test(key) ? 'number' : 'word');

/**
 * The words of a text, in order; provisions stand as one word each, and once more with their stk. Long texts are read at
 * both ends. Takes time in proportion to what it reads, and never throws.
 */
export const wordsOf = (original: string): readonly Word[] => {
  const half = longestText / 2;
  const read =
    original.length <= longestText ? original : `${original.slice(0, half)} ${original.slice(original.length - half)}`;
  const { text } = fold(read);
  const provisions = provisionsIn(text);
  const words: Word[] = [...provisions];
  let next = 0;
  for (const match of text.matchAll(word)) {
    const [from, to] = [match.index, match.index + match[0].length];
    while ((provisions[next]?.to ?? Infinity) <= from) next++;
    if (from >= (provisions[next]?.from ?? Infinity)) continue;
    if (match[0].length > longestWord) continue;
    const key = keys.get(match[0]) ?? keyOf(match[0]);
    const isOne = isProvision(key, words.at(-1)?.key ?? '', text.slice(to, to + longestAfter));
    words.push({ key: isOne ? `§${key}` : key, kind: isOne ? 'provision' : kindOf(key), from, to });
  }
  return provisions.length === 0 ? words : words.sort((one, other) => one.from - other.from);
};
