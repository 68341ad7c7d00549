import { GuideError, StorageError } from '../errors.ts';

const cures = {
  opened: 'Check that the folder exists on a local disk and that the service may write there.',
  read: 'Check the disk and the database named in DATABASE_URL or DATA_DIR; the cause says more.',
  saved: 'Check for a full or read-only disk, or another process that holds the database; the cause says more.',
} as const;

/** Runs database work; whatever goes wrong in it comes out as one of our own errors, with the database's as cause. */
export const guarded = <T>(task: keyof typeof cures, work: () => T): T => {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof GuideError) throw cause;
    throw new StorageError(`State could not be ${task}.`, 'The database refused.', cures[task], { cause });
  }
};

/** Turns synchronous work into a promise: done before the call returns, its throw a rejection. */
export const settled = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });
