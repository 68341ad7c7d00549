/**
 * Holds state and knows no domain. Promises that a write which resolved survives the process and the machine, and that
 * nobody's newer state is overwritten unseen; never logs, and never quotes what it stores.
 */
import { join } from 'node:path';
import { ConfigError } from '../errors.ts';
import { inMemory } from './sqliteFile.ts';
import { SqliteStorage } from './sqliteStorage.ts';
import type { StateStorage } from './stateStorage.ts';

export type { StateStorage } from './stateStorage.ts';

/** Where state is to live. */
export interface StorageOptions {
  /** Unset or empty: an SQLite file under `dataDir`. `memory:`: gone when closed, for tests. */
  readonly databaseUrl?: string | undefined;
  /** The folder of the state file; made for the owner alone if it is missing. */
  readonly dataDir: string;
  readonly now: () => Date;
}

/** Opens the storage that the URL names, ready for use; refuses with ConfigError, and never shows, one it does not know. */
export const openStorage = ({ databaseUrl = '', dataDir, now }: StorageOptions): StateStorage => {
  if (databaseUrl === '') return new SqliteStorage({ file: join(dataDir, 'state.sqlite'), now });
  if (databaseUrl === 'memory:') return new SqliteStorage({ file: inMemory, now });
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(databaseUrl)?.[1];
  throw new ConfigError(
    scheme === undefined ? 'DATABASE_URL is not known.' : `DATABASE_URL begins with ${scheme}:, which is not known.`,
    'The bot does not start before it knows where state is kept.',
    'Leave it unset for an SQLite file under DATA_DIR, or set it to memory: for a store that is gone at the end.',
  );
};
