import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askGuide, type Guide } from '../../src/bot/index.ts';
import { judge, readQuestions, type QuestionLine, type Verdict } from '../../src/cli/score.ts';
import { answerTo } from '../../src/answers/index.ts';
import { isCivilDate } from '../../src/dates/index.ts';
import { today } from '../helpers/content.ts';

/** The two sets: the guide is tuned on the first and only measured on the second. */
export const sets = ['tuning', 'unseen'] as const;
export type SetName = (typeof sets)[number];

/** Shares in percent, with one decimal. */
export type Scores = Readonly<Record<'right' | 'cited' | 'wrongConfident', number>>;
/** Of wordings, in percent: those that what they are about is told for, and those of nothing here that get no answer. */
export type Understood = Readonly<Record<'told' | 'leftAlone', number>>;
export type Lock = Readonly<
  Record<SetName, Scores & { readonly sha256: string }> & { wordings: Understood & { readonly sha256: string } }
>;

export const lockFile = join(import.meta.dirname, 'lock.json');
const textOf = (set: SetName | 'wordings'): string => readFileSync(join(import.meta.dirname, `${set}.jsonl`), 'utf8');

export const questionsIn = (set: SetName): readonly QuestionLine[] => readQuestions(textOf(set));
export const sha256Of = (set: SetName | 'wordings'): string => createHash('sha256').update(textOf(set)).digest('hex');

/** How the guide replies to one question, each in a conversation of its own. */
export const verdictOn = (guide: Guide, question: QuestionLine): Verdict => {
  const { text, municipality, date } = question;
  const day = typeof date === 'string' && isCivilDate(date) ? date : guide.today();
  return judge(question, askGuide(guide, { text, date: day, municipality: municipality ?? undefined }));
};

/** Shares of some verdicts. */
export const scoresOf = (verdicts: readonly Verdict[]): Scores => {
  const share = (measure: keyof Scores): number =>
    Math.round((1000 * verdicts.filter((verdict) => verdict[measure]).length) / verdicts.length) / 10;
  return { right: share('right'), cited: share('cited'), wrongConfident: share('wrongConfident') };
};

/** A way to ask, and the articles that it is about, one of which must be told; none where nothing here is meant. */
interface Wording {
  readonly text: string;
  readonly municipality?: string;
  readonly articles: readonly string[];
}

export const wordings: readonly Wording[] = textOf('wordings')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Wording);

/** True when one of a wording's articles is told, first or beside another; or, where it has none, when nothing is. */
const isUnderstood = (guide: Guide, { text, municipality, articles }: Wording): boolean => {
  const reply = answerTo(guide.questions, { text, date: today, municipality });
  const told = reply.kind === 'answer' ? [reply.article, ...reply.also.map(({ article }) => article)] : [];
  return articles.length === 0
    ? askGuide(guide, { text, date: today, municipality }).kind !== 'answer'
    : told.some(({ id }) => articles.includes(id));
};

/** How the wordings are understood, and those that are not. */
export const understoodBy = (guide: Guide): { readonly shares: Understood; readonly missed: readonly string[] } => {
  const missed = wordings.filter((wording) => !isUnderstood(guide, wording));
  const share = (isMeant: (wording: Wording) => boolean): number =>
    Math.round(1000 * (1 - missed.filter(isMeant).length / wordings.filter(isMeant).length)) / 10;
  return {
    shares: {
      told: share(({ articles }) => articles.length > 0),
      leftAlone: share(({ articles }) => articles.length === 0),
    },
    missed: missed.map(({ text }) => text),
  };
};
