import { loadContent } from '../content.ts';
import { UsageError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { courseFrom, deadlines } from '../rules/index.ts';
import { readOptions, readText, runBatch, type Command } from './command.ts';
import { projectRoot } from './world.ts';

/** The answer to one line of `deadlines --batch`, without its id. */
export const deadlinesLine = (
  knowledge: Knowledge,
  line: { readonly standard?: unknown; readonly events?: unknown },
): object => {
  const course = courseFrom(knowledge, line);
  return {
    deadlines: deadlines(knowledge, course.standard, course.events).map(
      ({ step, due, rule, counting, source, national }) => ({ step, due, rule, counting, source, national }),
    ),
  };
};

const wrongUse = (what: string): UsageError => new UsageError(what, 'There is nothing to count.', 'See --help.');

/** The events among the arguments, each EVENT=DATE and each once. */
const eventsFrom = (given: readonly string[]): Readonly<Record<string, string>> => {
  const pairs = given.map((argument): [string, string] => {
    const at = argument.indexOf('=');
    if (at <= 0) throw wrongUse('An event is written EVENT=DATE.');
    return [argument.slice(0, at), argument.slice(at + 1)];
  });
  const events = new Map(pairs);
  if (events.size < pairs.length) throw wrongUse('An event is given twice.');
  return Object.fromEntries(events);
};

export const deadlinesCommand: Command = {
  help: `paragrafguiden deadlines STANDARD EVENT=DATE ...
paragrafguiden deadlines --batch FILE

The dates of a course's steps, counted by the rules of one standard. A date is YYYY-MM-DD; a step is counted only from an
event that is given. A batch has one {"id","standard","events"} a line ("-" reads standard input).

  paragrafguiden deadlines vejen-86-1 visitation=2026-11-20
  paragrafguiden deadlines sul-140 discharge=2026-11-23 ready-for-training=2026-12-07
  paragrafguiden deadlines complaint decision-received=2026-11-26

The standards and their events stand in knowledge/deadlines.yaml and knowledge/municipalities/; an unknown one is answered
with the list.
`,
  run: async (args) => {
    const { values, positionals } = readOptions(args, { batch: { type: 'string' } }, true);
    const batch = typeof values.batch === 'string' ? values.batch : undefined;
    const [standard, ...given] = positionals;
    if ((batch === undefined) === (standard === undefined)) throw wrongUse('Give either a standard or --batch.');
    if (batch === undefined && given.length === 0) throw wrongUse('Give at least one event.');
    const events = eventsFrom(given);
    const { knowledge } = await loadContent(projectRoot);
    process.stdout.write(
      batch === undefined
        ? `${JSON.stringify(deadlinesLine(knowledge, { standard, events }), null, 2)}\n`
        : await runBatch(readText(batch), (line) => deadlinesLine(knowledge, line)),
    );
    return 0;
  },
};
