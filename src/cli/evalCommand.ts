import { guideFrom } from '../app.ts';
import { askGuide } from '../bot/index.ts';
import { loadContent } from '../content.ts';
import { isCivilDate } from '../dates/index.ts';
import { UsageError } from '../errors.ts';
import { readOptions, readText, type Command } from './command.ts';
import { judge, readQuestions, type Verdict } from './score.ts';
import { projectRoot, realWorld } from './world.ts';

const measures = ['right', 'cited', 'wrongConfident', 'gaveUp'] as const;
const headings = { right: 'right', cited: 'cited', wrongConfident: 'wrong+confident', gaveUp: 'gave up' };

const share = (verdicts: readonly Verdict[], measure: (typeof measures)[number]): string =>
  `${((100 * verdicts.filter((verdict) => verdict[measure]).length) / verdicts.length).toFixed(1)}%`;

const table = (groups: ReadonlyMap<string, readonly Verdict[]>): string =>
  [
    ['group'.padEnd(28), 'n'.padStart(5), ...measures.map((one) => headings[one].padStart(16))].join(''),
    ...[...groups].map(([name, verdicts]) =>
      [
        name.padEnd(28),
        String(verdicts.length).padStart(5),
        ...measures.map((one) => share(verdicts, one).padStart(16)),
      ].join(''),
    ),
  ].join('\n');

const quantile = (sorted: readonly number[], at: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0).toFixed(2);

export const evalCommand: Command = {
  help: `paragrafguiden eval FILE [--misses] [--root DIR]

Asks every question of a file ("-" reads standard input), and prints how many replies were right, by the beginning of their
ids and by style. --misses lists each reply that was not right, by its id. --root
reads another folder with knowledge/ and dialogs/.
`,
  run: async (args) => {
    const { values, positionals } = readOptions(args, { misses: { type: 'boolean' }, root: { type: 'string' } }, true);
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError('Give one question file.', 'There is nothing to score.', 'See --help.');
    const questions = readQuestions(readText(file));
    const guide = guideFrom(
      await loadContent(typeof values.root === 'string' ? values.root : projectRoot),
      realWorld('silent'),
    );
    const groups = new Map<string, Verdict[]>();
    const times: number[] = [];
    const misses: string[] = [];
    for (const question of questions) {
      const { text, municipality, date } = question;
      const began = performance.now();
      const reply = askGuide(guide, {
        text,
        date: date && isCivilDate(date) ? date : guide.today(),
        municipality: municipality ?? undefined,
      });
      times.push(performance.now() - began);
      const verdict = judge(question, reply);
      const names = ['all', question.id.replace(/-?\d+$/u, ''), ...question.style.map((one) => `style:${one}`)];
      for (const name of names) groups.set(name, [...(groups.get(name) ?? []), verdict]);
      if (verdict.failed.length > 0)
        misses.push(`${question.id} (${reply.kind} ${reply.articleId ?? ''}): ${verdict.failed.join('; ')}`);
    }
    times.sort((one, other) => one - other);
    const speed = `ms a question: p50 ${quantile(times, 0.5)}, p99 ${quantile(times, 0.99)}, max ${quantile(times, 1)}`;
    process.stdout.write(`${[table(groups), speed, ...(values.misses ? misses : [])].join('\n')}\n`);
    return 0;
  },
};
