/**
 * Holds state and knows no domain. Promises that a write which resolved survives the process and the machine, and that
 * nobody's newer state is overwritten unseen; never logs, and never quotes what it stores.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError, InputError } from '../errors.ts';
import { memoryCounters, type CounterRow, type Counters } from './counters.ts';
import { guarded } from './guarded.ts';
import { readCounters, sqliteCounters, type SqliteCountersOptions } from './sqliteCounters.ts';
import { inMemory } from './sqliteFile.ts';
import { SqliteStorage } from './sqliteStorage.ts';
import type { StateStorage } from './stateStorage.ts';

export { memoryCounters, type CountedEvent, type CounterRow, type Counters } from './counters.ts';
export { gapEvents, gapWeeks, type Gap, type GapWeek } from './gaps.ts';
export type { StateStorage } from './stateStorage.ts';

/** Where things are kept. */
export interface Place {
  /** Unset or empty: an SQLite file under `dataDir`. `memory:`: gone when closed, for tests. */
  readonly databaseUrl?: string | undefined;
  /** The folder of the state file; made for the owner alone if it is missing. */
  readonly dataDir: string;
}

/** Where state is to live. */
export interface StorageOptions extends Place {
  readonly now: () => Date;
}

/** The database that the URL names; refuses with ConfigError, and never shows, one it does not know. */
const fileOf = ({ databaseUrl = '', dataDir }: Place): string => {
  if (databaseUrl === '') return join(dataDir, 'state.sqlite');
  if (databaseUrl === 'memory:') return inMemory;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(databaseUrl)?.[1];
  throw new ConfigError(
    scheme === undefined ? 'DATABASE_URL is not known.' : `DATABASE_URL begins with ${scheme}:, which is not known.`,
    'The bot does not start before it knows where state is kept.',
    'Leave it unset for an SQLite file under DATA_DIR, or set it to memory: for a store that is gone at the end.',
  );
};

/** Opens the storage that the URL names, ready for use. */
export const openStorage = ({ now, ...place }: StorageOptions): StateStorage =>
  new SqliteStorage({ file: fileOf(place), now });

/** Opens the counters beside that storage, in the same database. */
export const openCounters = ({
  databaseUrl,
  dataDir,
  ...options
}: Place & Omit<SqliteCountersOptions, 'file'>): Counters => {
  const file = fileOf({ databaseUrl, dataDir });
  return file === inMemory ? memoryCounters(options.week) : sqliteCounters({ file, ...options });
};

/** What has been counted, read from the outside: nothing is made or changed, and a running guide is not disturbed. */
export const countedIn = (place: Place): readonly CounterRow[] => {
  const file = fileOf(place);
  if (file === inMemory || !existsSync(file))
    throw new InputError(
      file === inMemory ? 'DATABASE_URL keeps everything in memory.' : 'There is no database in DATA_DIR.',
      'Nothing has been counted that could be read from here.',
      'Set DATABASE_URL and DATA_DIR as for the guide that has counted, and start this in the same folder.',
    );
  return guarded('read', () => {
    // Not opened read-only: SQLite would then leave its -wal and -shm files behind.
    const database = new DatabaseSync(file);
    try {
      database.exec('PRAGMA query_only = ON; PRAGMA busy_timeout = 2000');
      return readCounters(database);
    } finally {
      database.close();
    }
  });
};
