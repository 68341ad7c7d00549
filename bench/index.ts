import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionIndex } from '../src/answers/index.ts';
import { loadContent } from '../src/content.ts';
import { shelfIn } from '../src/indexShelf.ts';
import { miniSearchOf } from './floor.ts';
import { quantile, row } from './stats.ts';

/**
 * How long a fresh process takes to have the index of questions: kept by a start before, or built anew; beside minisearch
 * with its defaults on the same articles. `npm run bench:index`.
 */
const rounds = 9;
const ways = ['kept', 'built anew', 'minisearch (floor)'] as const;
const [way, folder] = process.argv.slice(2);

/** In a process of its own, since code that has run before is faster: prints the milliseconds. */
const once = async (folderOfShelf: string): Promise<void> => {
  const { knowledge } = await loadContent(join(import.meta.dirname, '..'));
  const began = performance.now();
  if (way === 'minisearch (floor)') miniSearchOf(knowledge.articles);
  else questionIndex(knowledge, way === 'kept' ? shelfIn(folderOfShelf) : undefined);
  process.stdout.write(String(performance.now() - began));
};

const all = (): void => {
  const shelf = mkdtempSync(join(tmpdir(), 'bench-index-'));
  const run = (one: string): number => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, one, shelf]);
    if (status !== 0) process.stderr.write(stderr);
    return Number(stdout);
  };
  try {
    run('kept');
    const seen = new Map(ways.map((one) => [one, [] as number[]]));
    for (let round = 0; round < rounds; round++) for (const one of ways) seen.get(one)?.push(run(one));
    process.stdout.write(row(`${String(rounds)} fresh processes`, 'least ms', 'median ms', 'most ms'));
    for (const [one, ms] of seen)
      process.stdout.write(row(one, ...[0, 0.5, 1].map((share) => quantile(ms, share).toFixed(0))));
  } finally {
    rmSync(shelf, { recursive: true });
  }
};

if (way === undefined || folder === undefined) all();
else await once(folder);
