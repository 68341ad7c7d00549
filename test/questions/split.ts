import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Run once: merges the authors' files into the questions that are tuned on and those that are not, and removes the files.
 * `node test/questions/split.ts` without them changes nothing.
 */
const here = import.meta.dirname;
/** All of these is tuned on; two thirds of `shared`; nothing of `unseen`. */
const authors = {
  tuned: ['/tmp/author-c.jsonl', '/tmp/author-d.jsonl'],
  shared: [join(here, 'author-a.jsonl'), join(here, 'author-b.jsonl')],
  unseen: [join(here, 'author-e.jsonl')],
};

const linesOf = (files: readonly string[]): string[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  );
const idOf = (line: string): string => (JSON.parse(line) as { id: string }).id;
const isTuned = (line: string): boolean => createHash('sha256').update(idOf(line)).digest()[0]! % 3 !== 0;
const inOrder = (lines: readonly string[]): string =>
  [...lines].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)).join('\n') + '\n';

const files = Object.values(authors).flat();
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`Nothing is changed: ${missing.join(', ')} is no longer there.`);
} else {
  const shared = linesOf(authors.shared);
  const sets = {
    tuning: [...linesOf(authors.tuned), ...shared.filter(isTuned)],
    unseen: [...linesOf(authors.unseen), ...shared.filter((line) => !isTuned(line))],
  };
  for (const [name, lines] of Object.entries(sets)) {
    writeFileSync(join(here, `${name}.jsonl`), inOrder(lines));
    console.log(`${name}: ${String(lines.length)} lines`);
  }
  for (const file of files) rmSync(file);
}
