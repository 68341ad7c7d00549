import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askGuide, type Guide } from '../../src/bot/index.ts';
import { judge, readQuestions, type QuestionLine, type Verdict } from '../../src/cli/score.ts';
import { isCivilDate } from '../../src/dates/index.ts';

/** The two sets: the guide is tuned on the first and only measured on the second. */
export const sets = ['tuning', 'unseen'] as const;
export type SetName = (typeof sets)[number];

/** Shares in percent, with one decimal. */
export type Scores = Readonly<Record<'right' | 'cited' | 'wrongConfident', number>>;
export type Lock = Readonly<Record<SetName, Scores & { readonly sha256: string }>>;

export const lockFile = join(import.meta.dirname, 'lock.json');
const textOf = (set: SetName): string => readFileSync(join(import.meta.dirname, `${set}.jsonl`), 'utf8');

export const questionsIn = (set: SetName): readonly QuestionLine[] => readQuestions(textOf(set));
export const sha256Of = (set: SetName): string => createHash('sha256').update(textOf(set)).digest('hex');

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
