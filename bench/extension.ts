import { Extension, searchCommand } from '../src/bot/teams/extension.ts';
import { guide } from '../test/helpers/guide.ts';
import { knowledge } from '../test/helpers/content.ts';
import { quantile, row } from './stats.ts';

/**
 * How long one query of the message extension takes in this process: every beginning of what people type, letter by letter.
 * The floor is what any answer costs: ten ready cards written as JSON. `node bench/extension.ts`.
 */
const titles = [...knowledge.articles.map(({ title }) => title), ...knowledge.provisionIds].map(
  (title) => knowledge.provision(title)?.label ?? title,
);
const typed = titles.flatMap((title) =>
  Array.from({ length: Math.min(title.length, 40) }, (_, at) => title.slice(0, at)),
);
const extension = new Extension(guide);
const query = (q: string): unknown =>
  extension.query({
    commandId: searchCommand.id,
    parameters: [{ name: searchCommand.parameter, value: q }],
    queryOptions: { skip: 0, count: 10 },
  }).body;

const built = performance.now();
const ready = query('');
const buildMs = performance.now() - built;
const timed = (work: (q: string) => unknown): number[] =>
  typed.map((q) => {
    const began = performance.now();
    JSON.stringify(work(q));
    return performance.now() - began;
  });
timed(query);
process.stdout.write(row(`${String(typed.length)} queries`, 'p50 ms', 'p99 ms', 'max ms'));
for (const [name, times] of [
  ['ten ready cards (floor)', timed(() => ready)],
  ['Find paragraf', timed(query)],
] as const)
  process.stdout.write(
    row(name, ...[quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map((ms) => ms.toFixed(2))),
  );
process.stdout.write(row('first query, builds the index', '', '', buildMs.toFixed(2)));
