import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { InputError } from '../errors.ts';

/**
 * Writes a file that a command makes, with the folders above it; gives its path from where the command was started. Throws
 * InputError when it cannot be written; `cure` says what to give instead.
 */
export const writeOut = (file: string, content: string | Buffer, cure: string): string => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (cause) {
    throw new InputError(
      'The file cannot be written.',
      `The system says ${cause instanceof Error && 'code' in cause ? String(cause.code) : 'no'}.`,
      cure,
      { cause },
    );
  }
  return relative(process.cwd(), file);
};
