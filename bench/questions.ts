import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { guideFrom } from '../src/app.ts';
import { askGuide, warmUp } from '../src/bot/index.ts';
import { readQuestions } from '../src/cli/score.ts';
import { loadContent } from '../src/content.ts';
import { questionIndex } from '../src/answers/index.ts';
import { miniSearchOf } from './floor.ts';
import { manyMunicipalities } from './manyMunicipalities.ts';
import { dayOf, measure, rounds, today, world } from './measured.ts';
import { row } from './stats.ts';

/**
 * Free questions: accuracy and speed on the questions for tuning, beside minisearch with its defaults on the same articles,
 * and with 98 municipalities. `npm run bench:questions [FILE ...]`.
 */
const root = join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [join(root, 'test/questions/tuning.jsonl')];
const questions = files.flatMap((file) => readQuestions(readFileSync(file, 'utf8')));

const content = await loadContent(root);
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
measure('the guide', questions, (question) =>
  askGuide(guide, { text: question.text, date: dayOf(question), municipality: question.municipality ?? undefined }),
);

/** The floor: the same articles in minisearch as it comes, the best hit told in full. */
const { articles } = content.knowledge;
const mini = miniSearchOf(articles);
const told = new Map(
  articles.map(({ id }) => [
    id,
    (guide.questions.factsOf.get(id) ?? []).map(({ fact }) => fact.values.at(-1)?.text ?? '').join('\n'),
  ]),
);
measure('minisearch, defaults', questions, ({ text, ...question }) => {
  const [best] = mini.search(text) as unknown as readonly { id: string }[];
  const answer = best && content.knowledge.answerOn(best.id, dayOf({ text, ...question }));
  return {
    kind: best ? 'answer' : 'fallback',
    text: [answer?.say, ...(answer?.points ?? []).map((point) => point.text), told.get(best?.id ?? '')].join('\n'),
    provisions: answer?.provisions ?? [],
    citations: [],
  };
});

const crowd = manyMunicipalities(root, content.knowledge, 98);
try {
  // In a process of its own, so that its memory is that of a guide with all of them; the index was kept by another, as by a
  // start before.
  const entry = [join(import.meta.dirname, 'crowd.ts'), crowd];
  spawnSync(process.execPath, entry);
  const { stdout, stderr } = spawnSync(process.execPath, [...entry, ...files]);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
} finally {
  rmSync(crowd, { recursive: true, force: true });
}
