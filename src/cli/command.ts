import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { GuideError, InputError, UsageError } from '../errors.ts';

/** One command of the program. `run` resolves with the exit code: 0 done, 1 bad input or data, 2 wrong usage. */
export interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<number> | number;
}

/** Reads options strictly: an unknown one is a UsageError, not a guess. */
export const readOptions = <T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  allowPositionals = false,
) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? `${error.message.split('.')[0] ?? ''}.` : 'Wrong options.',
      'Nothing was done.',
      'See --help.',
    );
  }
};

/** All of a text file, or of standard input when the name is "-". */
export const readText = (file: string): string => {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new InputError(
      'The file cannot be read.',
      `The system says ${error instanceof Error && 'code' in error ? String(error.code) : 'no'}.`,
      'Check its name and rights.',
    );
  }
};

const idOf = (line: unknown): unknown => (typeof line === 'object' && line !== null && 'id' in line ? line.id : null);

/**
 * Answers one JSON object a line with one JSON object a line, in order, each with the same id. A line that cannot be used
 * gives an error of its own, and the rest goes on.
 */
export const runBatch = async (
  text: string,
  answer: (line: Readonly<Record<string, unknown>>) => unknown,
): Promise<string> => {
  const out: string[] = [];
  // Some editors begin a file with a byte order mark, which JSON does not know.
  for (const raw of text.replace(/^\uFEFF/u, '').split('\n')) {
    if (raw.trim() === '') continue;
    let id: unknown = null;
    try {
      let line: unknown;
      try {
        line = JSON.parse(raw);
      } catch {
        throw new InputError(
          'The line is not JSON.',
          'A batch holds one JSON object a line.',
          'Write the object on one line.',
        );
      }
      id = idOf(line);
      if (typeof line !== 'object' || line === null || Array.isArray(line))
        throw new InputError(
          'The line is not an object.',
          'A batch holds one JSON object a line.',
          'Write an object with an id.',
        );
      out.push(JSON.stringify({ id, ...((await answer(line as Record<string, unknown>)) as object) }));
    } catch (error) {
      const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
      out.push(
        JSON.stringify({
          id,
          error: {
            code,
            message:
              error instanceof GuideError
                ? `${error.what} ${error.cure}`
                : 'Something failed that the program does not know.',
          },
        }),
      );
    }
  }
  return out.map((line) => `${line}\n`).join('');
};
