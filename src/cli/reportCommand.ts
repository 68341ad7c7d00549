import { UsageError } from '../errors.ts';
import { countedIn, gapWeeks } from '../storage/index.ts';
import { readOptions, type Command } from './command.ts';
import { gapText } from './gaps.ts';
import { settingsFile } from './settingsFile.ts';

const weeksByDefault = 4;

const weeksOf = (text: string | undefined): number => {
  if (text === undefined) return weeksByDefault;
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  throw new UsageError('--weeks is not a number of weeks.', 'Nothing was read.', 'Give a whole number from 1 to 9999.');
};

export const reportCommand: Command = {
  help: `paragrafguiden report [--weeks N] [--json]

What the guide could not answer, refused because it named someone, was corrected in or was voted down on, and why: for each
ISO week the topics with how often, most frequent first, and the municipalities where known. "-" is no topic. Reads the counters in
the database that DATABASE_URL or DATA_DIR names, also while the guide runs; they hold ids and numbers, never a text.

  --weeks N   the last N weeks in which anything was counted (default: ${String(weeksByDefault)})
  --json      the same as JSON
`,
  run: (args) => {
    const { values } = readOptions(args, { weeks: { type: 'string' }, json: { type: 'boolean' } });
    const weeks = weeksOf(values.weeks);
    const { databaseUrl, dataDir } = settingsFile(process.env).read();
    const counted = gapWeeks(countedIn({ databaseUrl, dataDir }), weeks);
    const text = counted.length === 0 ? 'Nothing has been counted yet.' : gapText(counted);
    process.stdout.write(`${values.json === true ? JSON.stringify(counted, null, 2) : text}\n`);
    return 0;
  },
};
