import { wordSet } from '../privacy/tokens.ts';
import { finderOf, patterns } from './pattern.ts';
import { emptying, guesses, months, negators, shortened, subjects, verbs, wishes } from './vocabulary.ts';
import type { Word, Words } from './words.ts';

/** A piece of a text that says one thing, or asks it, or supposes it. */
export interface Clause {
  /** Its words: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** The number of its sentence. */
  readonly sentence: number;
  /** It asks whether something is so, or asks what, who or when; what it speaks of may not be so. */
  readonly asks?: 'whether' | 'what';
  /** It stands under an "if". */
  readonly supposes: boolean;
  /** The word from which on it guesses, wishes or plans. */
  readonly guesses: number;
  /** What the clause after it answers to it: "BPA: nej", "Indlagt? Nej." */
  readonly answer?: 'yes' | 'no';
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** The signs after it. */
  readonly sign: string;
}

const nothing: Word = { key: '', raw: '', before: '', from: 0, to: 0 };
const endsSentence = ({ before, key, raw }: Word, previous = nothing): boolean => {
  if (/[\n!?;•]|\.\./u.test(before)) return true;
  if (!before.includes('.')) return false;
  const number = /^\d+$/u.test(previous.key);
  if (number && (months.has(key) || /^\d+$/u.test(key))) return false;
  if (shortDays.has(previous.key) && (/^\d+$/u.test(key) || key === 'd' || key === 'den')) return false;
  if (/^\.\S*$/u.test(before)) return !number && previous.raw.length > 3 && /^\p{Lu}/u.test(raw);
  return !shortened.has(previous.key);
};

/** "man. 23/11": a day of the week in short, and no end of a sentence. */
const shortDays = wordSet('man tir tirs ons tor tors to fre lør lørd søn sønd');

const parts = wordSet('stk nr pkt litra');
const joins = wordSet('og eller samt så for');
const alone = wordSet('men fordi hvis såfremt medmindre selvom mens imens hvorimod');
const withSubject = wordSet('da når at om inden siden som end');
const questions = wordSet('hvad hvem hvor hvornår hvordan hvorfor hvilken hvilket hvilke');

const endsClause = (words: readonly Word[], at: number): boolean => {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined) return false;
  const { before, key } = word;
  const numbers = /^\d+$/u.test(previous?.key ?? '') && /^\d+$/u.test(key);
  if (/[:()]|\s-\s/u.test(before)) return true;
  if (before.includes(',')) return !parts.has(key) && !(numbers && before === ',');
  if (alone.has(key) || questions.has(key)) return true;
  const begins = next?.before === ' ' && subjects.has(next.key);
  if (joins.has(key)) return begins || verbs.has(next?.key ?? '') || next?.key === 'ikke';
  if (withSubject.has(key)) return begins;
  if ((key === 'som' || key === 'der') && opening.has(previous?.key ?? '')) return false;
  if (key === 'som' || key === 'der') return !verbs.has(previous?.key ?? '') && verbs.has(next?.key ?? '');
  return (
    running.has(key) &&
    verbs.has(next?.key ?? '') &&
    !opening.has(previous?.key ?? '') &&
    !verbs.has(previous?.key ?? '')
  );
};

const running = wordSet('hun han borgeren vi jeg vedkommende');
const opening =
  wordSet(`og eller samt så for men fordi hvis såfremt medmindre selvom mens imens hvorimod da når at om inden siden som
  end hvad hvem hvor hvornår hvordan hvorfor hvilken hvilket hvilke mon ikke`);
const restarting = wordSet('får bor klarer er har kan skal vil bruger kommer kom');
const adverbs = wordSet(
  'ikke ikk ik ej aldrig ingen nu også kun jo bare selv der som hvad måske altid stadig fortsat så derfor da',
);

/** Whether a verb starts to say something new though no sign stands before it: "ikke indlagt får hjemmepleje". */
const restarts = (words: readonly Word[], start: number, at: number): boolean => {
  const [previous, word, next] = [words[at - 1]?.key ?? '', words[at]?.key ?? '', words[at + 1]?.key ?? ''];
  if (!restarting.has(word) || subjects.has(next) || subjects.has(previous)) return false;
  if (adverbs.has(previous) || opening.has(previous) || verbs.has(previous)) return false;
  for (let before = at - 1; before > Math.max(start, at - 30); before--) {
    const key = words[before]?.key ?? '';
    if (negators.has(key) || verbs.has(key)) return true;
  }
  return verbs.has(words[start]?.key ?? '') || (words[start]?.key === 'ikke' && at - start > 1);
};

const spansOf = ({ words, after }: Words): readonly Span[] => {
  const spans: Span[] = [];
  let [start, sentence] = [0, 0];
  for (let at = 1; at <= words.length; at++) {
    const word = words[at];
    const over = word === undefined || endsSentence(word, words[at - 1]);
    if (!over && !endsClause(words, at) && !restarts(words, start, at)) continue;
    spans.push({ start, end: at, sentence, sign: word?.before ?? after });
    start = at;
    if (over) sentence++;
  }
  return spans;
};

const affirmations = wordSet('ja jo jep jeps');
const denials = wordSet('nej næ nix ingen ikke intet');
const conditions = wordSet('hvis såfremt medmindre mon ifald gad antag forestil forudsat');
const leading = wordSet('og men så eller for altså');
const askedAbout = wordSet('om hvorvidt');
const unsure = wordSet(
  'ved tvivl usikker usikre spørger spørge undersøge undersøger afklare sikker uvist finde se vurdere',
);
const believing = wordSet(
  'mål målet målene håbet planen tror mener synes håber forestiller frygter antager påstår regner går',
);
const subordinate = wordSet('da når efter siden fordi selvom mens før inden hvis som for');

const wordAt = (words: readonly Word[], { start, end }: Span): Word | undefined => {
  let at = start;
  while (at < end - 1 && leading.has(words[at]?.key ?? '')) at++;
  return words[at];
};
const asWord = (key: string): Word => ({ key, raw: key, before: ' ', from: 0, to: 0 });
const keysOf = (words: readonly Word[], { start, end }: Span): readonly string[] =>
  words.slice(start, end).map(({ key }) => key);

/** A verb before its subject: "har hun", "skal borgeren". */
const isInverted = (keys: readonly string[]): boolean => {
  const at = leading.has(keys[0] ?? '') ? 1 : 0;
  return verbs.has(keys[at] ?? '') && subjects.has(keys[at + 1] ?? '');
};
const doubts = finderOf(
  patterns(
    true,
    `ved ~2 ikke
    ikke ~1 sikker|sikre|sikkert|vis
    er|har|skal|får|var|bliver nok
    i tvivl`,
  ),
);
const plans = finderOf(
  patterns(
    true,
    `skrevet op
    skrives op
    godkendt|visiteret|indstillet til ~1 plejehjem|plejebolig|plejecenter|botilbud|bpa|friplejehjem
    venter på
    på venteliste|ventelisten
    på vej
    nej til`,
  ),
);

/** How many words a clause has before it begins to guess; infinitely many when it does not. */
const guessesFrom = (keys: readonly string[]): number => {
  if (keys.some((key) => guesses.has(key)) || doubts.find(keys.map(asWord), 0, keys.length).length > 0) return 0;
  const at = keys.includes('aldrig') ? -1 : keys.findIndex((key) => wishes.has(key));
  const plan = plans.find(keys.map(asWord), 0, keys.length)[0]?.start ?? Infinity;
  return Math.min(at < 0 ? Infinity : at, plan);
};

const answerTo = (words: readonly Word[], span: Span, next: Span | undefined): Clause['answer'] => {
  if (next === undefined || !/[:?]|\s-\s/u.test(span.sign) || span.end - span.start > 8) return undefined;
  const [first, second] = keysOf(words, next);
  if (affirmations.has(first ?? '')) return 'yes';
  return denials.has(first ?? '') && (next.end - next.start <= 3 || first === 'nej') && !emptying.has(second ?? '')
    ? 'no'
    : undefined;
};

/** What the clause before, in the same sentence, leaves to the next. */
interface Before {
  readonly sentence: number;
  readonly condition: boolean;
  /** It denies, and a list may follow: "hverken BPA, § 95 eller § 96". */
  readonly denies: boolean;
  readonly lists: boolean;
  readonly doubt: boolean;
  readonly side: boolean;
  readonly asks: Clause['asks'];
  /** How the sentence has asked so far. */
  readonly asked: Clause['asks'];
}
interface Surroundings {
  readonly earlier: Before | undefined;
  readonly last: boolean;
  readonly questioned: boolean;
}

const askingOf = (
  keys: readonly string[],
  first: string,
  { earlier, last, questioned }: Surroundings,
): Clause['asks'] => {
  if (questions.has(first)) return 'what';
  if (askedAbout.has(first) && (earlier?.doubt ?? false)) return 'whether';
  if (first === 'at' && earlier?.asks !== undefined) return earlier.asks;
  if (isInverted(keys)) return earlier === undefined || (questioned ? last : !earlier.side) ? 'whether' : undefined;
  if (subordinate.has(first) || first === 'der') return undefined;
  if (earlier?.asks !== undefined && (verbs.has(first) || first === 'ikke')) return earlier.asks;
  return questioned && last && earlier?.asked === undefined ? 'whether' : undefined;
};

/** The clauses of a text, in order; every word stands in one. */
export const clausesOf = (text: Words): readonly Clause[] => {
  const { words } = text;
  const spans = spansOf(text);
  const signs = new Map(spans.map(({ sentence, sign }) => [sentence, sign]));
  let before: Before | undefined;
  return spans.map((span, index) => {
    const keys = keysOf(words, span);
    const first = wordAt(words, span)?.key ?? '';
    const earlier = before?.sentence === span.sentence ? before : undefined;
    const last = spans[index + 1]?.sentence !== span.sentence;
    const questioned = (signs.get(span.sentence) ?? '').includes('?');
    const condition = conditions.has(first);
    const verbless = !keys.some((key) => verbs.has(key));
    const listed = earlier?.denies === true && verbless && (keys.includes('eller') || earlier.lists);
    const asks = askingOf(keys, first, { earlier, last, questioned });
    const believed = first === 'at' && (earlier?.doubt ?? false);
    before = {
      sentence: span.sentence,
      condition: condition || ((earlier?.condition ?? false) && !last),
      denies: keys.some((key) => negators.has(key)) || listed,
      lists: keys.includes('hverken') || negators.has(keys.at(-1) ?? '') || (listed && earlier.lists),
      doubt: keys.some(
        (key, at) => believing.has(key) || (unsure.has(key) && !['ingen', 'uden'].includes(keys[at - 1] ?? '')),
      ),
      side: subordinate.has(first),
      asked: asks ?? earlier?.asked,
      asks,
    };
    const answer = answerTo(words, span, spans[index + 1]);
    return {
      start: span.start,
      end: span.end,
      sentence: span.sentence,
      supposes: condition || listed || (earlier?.condition ?? false),
      guesses: believed ? span.start : span.start + guessesFrom(keys),
      ...(asks === undefined ? {} : { asks }),
      ...(answer === undefined ? {} : { answer }),
    };
  });
};
