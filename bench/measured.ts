import { join } from 'node:path';
import type { Asked } from '../src/bot/index.ts';
import { judge, type QuestionLine } from '../src/cli/score.ts';
import { civilDate, isCivilDate, type CivilDate } from '../src/dates/index.ts';
import { quantile, row } from './stats.ts';

/** How often each question is asked. */
export const rounds = 5;
export const today = civilDate('2026-11-22');
export const world = {
  root: join(import.meta.dirname, '..'),
  now: () => new Date(),
  randomId: () => 'run',
  log: () => undefined,
};
export const dayOf = ({ date }: QuestionLine): CivilDate => (date && isCivilDate(date) ? date : today);

/** How many of the replies were right, wrong and confident, and how long each took. */
export const measure = (
  name: string,
  questions: readonly QuestionLine[],
  reply: (question: QuestionLine) => Pick<Asked, 'kind' | 'text' | 'provisions' | 'citations'>,
): void => {
  const verdicts = questions.map((question) => judge(question, reply(question)));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const question of questions) {
      const began = performance.now();
      reply(question);
      times.push(performance.now() - began);
    }
  const share = (of: (verdict: (typeof verdicts)[number]) => boolean): string =>
    `${((100 * verdicts.filter(of).length) / verdicts.length).toFixed(1)} %`;
  process.stdout.write(
    row(
      name,
      share(({ right }) => right),
      share(({ wrongConfident }) => wrongConfident),
      quantile(times, 0.5).toFixed(2),
      quantile(times, 0.99).toFixed(2),
    ),
  );
};
