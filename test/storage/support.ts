import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'mocha';

/** The moment at which every storage of these tests believes to be. */
export const noon = (): Date => new Date('2026-11-22T12:00:00Z');

/** Gives, within a `describe`, fresh folders that are all gone when it is over. */
export const temporaryFolders = (): (() => string) => {
  const made: string[] = [];
  after(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'storage-'));
    made.push(folder);
    return folder;
  };
};

/** Gives what a promise rejected with, and fails if it resolved. */
export const rejection = async (promise: Promise<unknown>): Promise<Error> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
    throw new TypeError('rejected with something that is not an Error', {
      cause: error,
    });
  }
  throw new Error('resolved, and was to reject');
};

/** A small seeded generator of numbers in [0, 1), so that a random run can be had again. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
