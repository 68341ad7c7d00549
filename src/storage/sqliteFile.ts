import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../errors.ts';
import { guarded } from './guarded.ts';

/** The name SQLite gives a database that is never on disk. */
export const inMemory = ':memory:';

const ownerOnly = 0o600;
const busy = 5;
const pauseMs = 20;

/** Makes the file and its folder for the owner alone; SQLite gives its -wal and -shm files the same mode. */
const prepareFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    // Only ever a file that is new: to open and close one in use would drop this process's POSIX locks on it.
    closeSync(openSync(file, 'wx', ownerOnly));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, ownerOnly);
  }
};

/** The low byte is the kind of error; what stands above it only tells one busy from another. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy;

/**
 * Asks for WAL until it is granted. When two processes open a new file together, SQLite may refuse one at once whatever
 * its busy timeout; so we wait ourselves, and set that timeout only afterwards lest the two multiply.
 */
const setWal = (database: DatabaseSync, attempts: number): unknown => {
  for (let left = attempts; ; left -= 1) {
    try {
      return database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
    } catch (error) {
      if (!isBusy(error) || left <= 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
};

const prepareDatabase = (database: DatabaseSync, file: string, busyTimeoutMs: number): void => {
  const mode = setWal(database, busyTimeoutMs / pauseMs);
  if (file !== inMemory && mode !== 'wal') {
    throw new StorageError(
      'The state file cannot use a write-ahead log.',
      'Without one, two processes on the file would block each other.',
      'Put DATA_DIR on a local disk, not on a network share.',
    );
  }
  // FULL syncs the log at every commit; what is deleted is overwritten, and not only let go of. BEGIN IMMEDIATE finds out now, not at the first turn, if the file is read-only.
  database.exec(`
    PRAGMA busy_timeout = ${String(busyTimeoutMs)};
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    BEGIN IMMEDIATE;
    CREATE TABLE IF NOT EXISTS state (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL,
      etag TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    COMMIT`);
};

/** Opens, or makes, a state database in which every commit is on disk before it is acknowledged. */
export const openSqliteFile = (file: string, busyTimeoutMs: number): DatabaseSync =>
  guarded('opened', () => {
    if (file !== inMemory) prepareFile(file);
    const database = new DatabaseSync(file);
    try {
      prepareDatabase(database, file, busyTimeoutMs);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
