import '../src/youngGeneration.ts';
import { readFileSync } from 'node:fs';
import { guideFrom } from '../src/app.ts';
import { askGuide, warmUp } from '../src/bot/index.ts';
import { readQuestions, type QuestionLine } from '../src/cli/score.ts';
import { loadContent } from '../src/content.ts';
import { shelfIn } from '../src/indexShelf.ts';
import { dayOf, measure, rounds, today, world } from './measured.ts';

/**
 * One guide on the content of a folder, and nothing else in its process: `node bench/crowd.ts FOLDER [FILE ...]`. Keeps its
 * index in the folder; without questions that is all it does.
 */
const [folder = '', ...files] = process.argv.slice(2);
const memory = (): string => `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`;
const content = await loadContent(folder);
const guide = guideFrom(content, world, { asOf: today, shelf: shelfIn(folder) });
warmUp(guide);
const reply = (question: QuestionLine) =>
  askGuide(guide, { text: question.text, date: dayOf(question), municipality: question.municipality ?? undefined });
if (files.length > 0) {
  const warm = memory();
  const lines = files
    .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as QuestionLine);
  for (let round = 0; round < rounds; round++) for (const line of lines) reply(line);
  const asked = memory();
  const questions = files.flatMap((file) => readQuestions(readFileSync(file, 'utf8')));
  measure(`${String(content.knowledge.municipalities.length)} municipalities`, questions, reply);
  process.stdout.write(
    `memory of these alone: ${warm} when warm, ${asked} after ${String(rounds * lines.length)} questions\n`,
  );
}
