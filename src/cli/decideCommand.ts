import { loadContent } from '../content.ts';
import { copenhagenDay, isCivilDate, type CivilDate } from '../dates/index.ts';
import { ConfigError, InputError, UsageError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { decide, factValues, readCase } from '../rules/index.ts';
import { readOptions, readText, runBatch, type Command } from './command.ts';
import { projectRoot } from './world.ts';

const facts = Object.entries(factValues).map(
  ([name, values]) => `  ${name.padEnd(19)} ${values.join(' | ')} | unknown`,
);

/** The answer to one line of `decide --batch`, without its id. */
export const decideLine = (knowledge: Knowledge, input: unknown, today: CivilDate): object => {
  const { governing, candidates, missing, authority, upcoming, reasons, citations } = decide(
    knowledge,
    readCase(input, today),
  );
  const ids = (tracks: typeof governing): string[] => tracks.map(({ provision }) => provision);
  return { governing: ids(governing), candidates: ids(candidates), missing, authority, upcoming, reasons, citations };
};

const parseFacts = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      'The facts are not JSON.',
      'They are read as one JSON object.',
      'Write for example \'{"need":"regain"}\'.',
    );
  }
};

export const decideCommand: Command = {
  help: `paragrafguiden decide FACTS
paragrafguiden decide --batch FILE

Which provision governs a set of facts. FACTS is a JSON object; a fact left out is unknown, but for date (today),
personalAssistance (no) and housing (own-home). A batch has one {"id","facts"} a line ("-" reads standard input).

  date                YYYY-MM-DD, the day of the assessment
  municipality        a slug, such as vejen
${facts.join('\n')}
`,
  run: async (args) => {
    const { values, positionals } = readOptions(args, { batch: { type: 'string' } }, true);
    const batch = typeof values.batch === 'string' ? values.batch : undefined;
    const [given] = positionals;
    if ((batch === undefined) === (given === undefined) || positionals.length > 1)
      throw new UsageError('Give either facts or --batch.', 'There is nothing to decide.', 'See --help.');
    const { knowledge } = await loadContent(projectRoot);
    const { AS_OF: asOf = '' } = process.env;
    if (asOf !== '' && !isCivilDate(asOf))
      throw new ConfigError(
        'AS_OF is not an existing day.',
        'Facts without a date would be decided for another day than the one meant.',
        'Write it as YYYY-MM-DD, or leave it unset.',
      );
    const today = asOf === '' ? copenhagenDay(new Date()) : asOf;
    if (batch === undefined)
      process.stdout.write(`${JSON.stringify(decideLine(knowledge, parseFacts(given ?? ''), today), null, 2)}\n`);
    else
      process.stdout.write(
        await runBatch(readText(batch), ({ facts: input }) => decideLine(knowledge, input ?? {}, today)),
      );
    return 0;
  },
};
