import { wordsOf, type Word } from '../language/index.ts';
import type { QuestionIndex } from './questionIndex.ts';

/** So few words ask about what stands before them. */
const fewWords = 6;
/** What says nothing of its own: "Er det rigtigt?", "Har hun ret?", "Hvad gælder der så?" */
const empty: ReadonlySet<string> = new Set(
  'hvad er det rigtigt rigtig har hun han de ham hende ret passer passe sandt korrekt gaelder der saa nu kan vi jeg man i orden ok okay forkert mon regne med goer siger du is that true right correct she he they'.split(
    ' ',
  ),
);
/** A text of fewer words is a question as a whole. */
export const longText = 18;
const questionWords = new Set(
  'hvad hvem hvor hvornaar hvordan hvilken hvilke hvilket hvorfor hva skal maa kan har er what who when where how which must can do does'.split(
    ' ',
  ),
);

/** What begins with these asks, unless it tells: "har bevilling efter § 83". */
const modal = new Set(['skal', 'maa', 'kan', 'must', 'can', 'do', 'does']);
const wondering = new Set(
  'hvad hvem hvor hvornaar hvordan hvilken hvilke hvilket hvorfor vide hoere fortael forklar spoerge forskellen what who when where how which why explain tell'.split(
    ' ',
  ),
);

/** "Har hun ret?" asks about what someone says, so many sentences before at most. */
const claims = new Set('siger sagde mener mente paastaar tror synes haevder says thinks'.split(' '));
const farthestClaim = 4;

/** True of words that are all empty, such as "er det" or "har hun". */
export const saysNothing = (words: readonly Word[]): boolean => words.every(({ key }) => empty.has(key));

/** True for a text that asks: it has a question mark, begins with a word of asking, or wonders anywhere. */
export const asks = ({ search: { vocabulary } }: QuestionIndex, text: string): boolean => {
  const keys = wordsOf(text).map(({ key }) => vocabulary.spelt(key));
  return text.includes('?') || keys.some((key) => wondering.has(key)) || modal.has(keys[0] ?? '');
};

/** A row of a text's words, from one place among them to before another. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly asks: boolean;
}

/** What may end a sentence: "kl. 9" is two. */
const anyStop = /[.?!\n]/u;
/** What surely does: "mht. opstart" is one. It also sees the letter that follows. */
export const sureStop = /\?(?=\s|$)|[.!](?=\s+\p{Lu}|\s*$)|\n/u;

/**
 * The sentences that some words of a text stand in. Those ask that end with a question mark; where none does, those that
 * begin with a word of asking; where none does either, the last one.
 */
export const sentencesOf = (text: string, words: readonly Word[], stop: RegExp): readonly Sentence[] => {
  const all: Sentence[] = [];
  let from = 0;
  for (const [at, word] of words.entries()) {
    const next = words[at + 1]?.from;
    const between = text.slice(word.to, next);
    if (next !== undefined && !stop.test(between + text.charAt(next))) continue;
    all.push({ from, to: at + 1, asks: between.includes('?') });
    from = at + 1;
  }
  if (all.some(({ asks }) => asks)) return all;
  const begun = all.map((one) => ({ ...one, asks: questionWords.has(words[one.from]?.key ?? '') }));
  return begun.some(({ asks }) => asks) ? begun : all.map((one, at) => ({ ...one, asks: at === all.length - 1 }));
};

/** The words of a long text that ask, with those they ask about; undefined when the text is short enough to be one question. */
export const askingWords = (text: string, words: readonly Word[]): readonly Word[] | undefined => {
  if (words.length < longText) return undefined;
  const whole = sentencesOf(text, words, anyStop).map(({ from, to, asks }) => ({ words: words.slice(from, to), asks }));
  const chosen = whole.filter(({ asks }) => asks);
  // "Hvad gør jeg så nu?" asks about what was told before it, "Har hun ret?" about what was told before that, too.
  const said = chosen.flatMap((part) => part.words);
  const first = whole.findIndex(({ asks }) => asks);
  const claim = whole.slice(0, first).findLastIndex((part) => part.words.some(({ key }) => claims.has(key)));
  const toClaim = claim >= 0 && first - claim <= farthestClaim ? first - claim : 0;
  const back = said.length >= fewWords ? 0 : saysNothing(said) ? Math.max(2, toClaim) : 1;
  const left = [...whole.slice(Math.max(0, first - back), first), ...chosen].flatMap((part) => part.words);
  return left.length === words.length ? undefined : left;
};
