import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../helpers/content.ts';

/** One row of the expert table (test/cases/README.md). A key left out of `expect` is not judged. */
export interface ExpertRow {
  readonly id: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly why: string;
}

export const expertRows = readFileSync(join(projectRoot, 'test/cases/decide.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as ExpertRow);
