import { askGuide, warmUp } from '../bot/index.ts';
import { loadContent } from '../content.ts';
import { guideFrom } from '../app.ts';
import { isCivilDate, type CivilDate } from '../dates/index.ts';
import { InputError, UsageError } from '../errors.ts';
import { readOptions, readText, runBatch, type Command } from './command.ts';
import { projectRoot, realWorld } from './world.ts';

const dayOf = (value: unknown, today: CivilDate): CivilDate => {
  if (value === undefined || value === null) return today;
  if (typeof value === 'string' && isCivilDate(value)) return value;
  throw new InputError('The date cannot be used.', 'A date is a day that exists.', 'Write it as YYYY-MM-DD.');
};
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  throw new InputError('The text is missing.', 'There is nothing to answer.', 'Give "text" as a string.');
};
const municipalityOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(value)) return value;
  throw new InputError('The municipality cannot be used.', 'It is named by a slug.', 'Write for example "vejen".');
};

export const askCommand: Command = {
  help: `paragrafguiden ask TEXT [--municipality SLUG] [--date YYYY-MM-DD] [--json]
paragrafguiden ask --batch FILE

One free question, one reply, as a user would see it. A batch has one {"id","text","municipality","date"} a line ("-" reads
standard input), each a conversation of its own, and gives one JSON reply a line.
`,
  run: async (args) => {
    const { values, positionals } = readOptions(
      args,
      {
        batch: { type: 'string' },
        municipality: { type: 'string' },
        date: { type: 'string' },
        json: { type: 'boolean' },
      },
      true,
    );
    const { batch, municipality, date, json } = values;
    if ((typeof batch === 'string') === positionals.length > 0)
      throw new UsageError('Give either a text or --batch.', 'There is nothing to answer.', 'See --help.');
    const guide = guideFrom(await loadContent(projectRoot), realWorld('silent'));
    const ask = (line: Readonly<Record<string, unknown>>) => {
      const question = {
        text: textOf(line.text),
        date: dayOf(line.date, guide.today()),
        municipality: municipalityOf(line.municipality),
      };
      const began = performance.now();
      const asked = askGuide(guide, question);
      return { ...asked, ms: Math.round((performance.now() - began) * 1000) / 1000 };
    };
    if (typeof batch === 'string') {
      warmUp(guide);
      process.stdout.write(await runBatch(readText(batch), ask));
      return 0;
    }
    const asked = ask({ text: positionals.join(' '), municipality, date });
    process.stdout.write(json ? `${JSON.stringify(asked, null, 2)}\n` : `${asked.text}\n`);
    return 0;
  },
};
