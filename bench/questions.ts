import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { guideFrom } from '../src/app.ts';
import { askGuide, warmUp, type Asked } from '../src/bot/index.ts';
import { judge, readQuestions, type QuestionLine } from '../src/cli/score.ts';
import { loadContent } from '../src/content.ts';
import { civilDate, isCivilDate } from '../src/dates/index.ts';
import { questionIndex } from '../src/answers/index.ts';
import { manyMunicipalities } from './manyMunicipalities.ts';
import { quantile, row } from './stats.ts';

/**
 * Free questions: accuracy and speed on the questions for tuning, beside minisearch with its defaults on the same articles,
 * and with 98 municipalities. `npm run bench:questions [FILE ...]`.
 */
const root = join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [join(root, 'test/questions/tuning.jsonl')];
const questions = files.flatMap((file) => readQuestions(readFileSync(file, 'utf8')));
const rounds = 5;

const content = await loadContent(root);
const world = { root, now: () => new Date(), randomId: () => 'run', log: () => undefined };
const today = civilDate('2026-11-22');
const dayOf = ({ date }: QuestionLine) => (date && isCivilDate(date) ? date : today);

/** How many of the replies were right, wrong and confident, and how long each took. */
const measure = (
  name: string,
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

const builds: number[] = [];
for (let round = 0; round < rounds; round++) {
  // Knowledge that has been read anew: an index is built once for each.
  const { knowledge } = await loadContent(root);
  const began = performance.now();
  questionIndex(knowledge);
  builds.push(performance.now() - began);
}
process.stdout.write(`index built in ${builds.map((ms) => ms.toFixed(0)).join(', ')} ms (first to last)\n`);
process.stdout.write(row(`${String(questions.length)} questions`, 'right', 'wrong+confident', 'p50 ms', 'p99 ms'));

const guide = guideFrom(content, world, { asOf: today });
warmUp(guide);
measure('the guide', (question) =>
  askGuide(guide, { text: question.text, date: dayOf(question), municipality: question.municipality ?? undefined }),
);

/** The floor: the same articles in minisearch as it comes, the best hit told in full. */
const { articles } = content.knowledge;
const mini = new MiniSearch<{ id: string; asks: string; title: string; body: string }>({
  fields: ['title', 'asks', 'body'],
});
mini.addAll(
  articles.map(({ id, title, asks, answers }) => ({
    id,
    title,
    asks: asks.join('\n'),
    body: answers.flatMap(({ say, points }) => [say, ...points.map(({ text }) => text)]).join('\n'),
  })),
);
const told = new Map(
  articles.map(({ id }) => [
    id,
    (guide.questions.factsOf.get(id) ?? []).map(({ fact }) => fact.values.at(-1)?.text ?? '').join('\n'),
  ]),
);
measure('minisearch, defaults', ({ text, ...question }) => {
  const [best] = mini.search(text) as unknown as readonly { id: string }[];
  const answer = best && content.knowledge.answerOn(best.id, dayOf({ text, ...question }));
  return {
    kind: best ? 'answer' : 'fallback',
    text: [answer?.say, ...(answer?.points ?? []).map((point) => point.text), told.get(best?.id ?? '')].join('\n'),
    provisions: answer?.provisions ?? [],
    citations: [],
  };
});

const before = process.memoryUsage().rss;
const crowd = await manyMunicipalities(root, content.knowledge, 98);
const many = guideFrom(crowd, world, { asOf: today });
warmUp(many);
measure('98 municipalities', (question) =>
  askGuide(many, { text: question.text, date: dayOf(question), municipality: question.municipality ?? undefined }),
);
process.stdout.write(
  `memory ${(before / 1e6).toFixed(0)} MB before 98 municipalities, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB with both\n`,
);
