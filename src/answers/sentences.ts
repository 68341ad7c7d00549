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
export const questionWords = new Set(
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

/**
 * The words of a long text that ask: the sentences with a question mark, or those that begin with a word of asking, or else
 * the last one. Undefined when the text is short enough to be one question.
 */
export const askingWords = (text: string, words: readonly Word[]): readonly Word[] | undefined => {
  if (words.length < longText) return undefined;
  const parts: { readonly words: Word[]; asks: boolean }[] = [{ words: [], asks: false }];
  for (const [index, word] of words.entries()) {
    parts.at(-1)?.words.push(word);
    const between = text.slice(word.to, words[index + 1]?.from ?? text.length);
    if (!/[.?!\n]/u.test(between)) continue;
    const part = parts.at(-1);
    if (part && between.includes('?')) part.asks = true;
    parts.push({ words: [], asks: false });
  }
  const whole = parts.filter((part) => part.words.length > 0);
  const asking = whole.filter(({ asks }) => asks);
  const begun = whole.filter((part) => questionWords.has(part.words[0]?.key ?? ''));
  const chosen = asking.length > 0 ? asking : begun.length > 0 ? begun : whole.slice(-1);
  // "Hvad gør jeg så nu?" asks about what was told before it, "Har hun ret?" about what was told before that, too.
  const said = chosen.flatMap((part) => part.words);
  const first = chosen[0] ? whole.indexOf(chosen[0]) : 0;
  const claim = whole.slice(0, first).findLastIndex((part) => part.words.some(({ key }) => claims.has(key)));
  const toClaim = claim >= 0 && first - claim <= farthestClaim ? first - claim : 0;
  const back = said.length >= fewWords ? 0 : saysNothing(said) ? Math.max(2, toClaim) : 1;
  const left = [...whole.slice(Math.max(0, first - back), first), ...chosen].flatMap((part) => part.words);
  return left.length === words.length ? undefined : left;
};
