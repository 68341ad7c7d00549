import type { StoreItems } from 'botbuilder';
import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StaleWriteError } from '../errors.ts';
import { guarded, settled } from './guarded.ts';
import { toItem, toRow, type Row } from './json.ts';
import { openSqliteFile } from './sqliteFile.ts';
import { isStale, type StateStorage } from './stateStorage.ts';

/** What a SqliteStorage is made of. */
export interface SqliteOptions {
  /** The file's path, or `:memory:`. */
  readonly file: string;
  /** Dates each write, so that old state can be found. */
  readonly now: () => Date;
  /** Gives a value never given before; random unless a test injects its own. */
  readonly newETag?: () => string;
  /** How long to wait for another process's write. The event loop stands still meanwhile. */
  readonly busyTimeoutMs?: number;
}

/** Keeps state in one SQLite file, which several processes on the same machine may share. */
export class SqliteStorage implements StateStorage {
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #newETag: () => string;
  readonly #select: StatementSync;
  readonly #upsert: StatementSync;
  readonly #delete: StatementSync;
  readonly #forget: StatementSync;

  constructor({ file, now, newETag = randomUUID, busyTimeoutMs = 5000 }: SqliteOptions) {
    this.#database = openSqliteFile(file, busyTimeoutMs);
    this.#now = now;
    this.#newETag = newETag;
    this.#select = this.#database.prepare('SELECT value, etag FROM state WHERE key = ?');
    this.#upsert = this.#database.prepare(
      `INSERT INTO state (key, value, etag, updated_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, etag = excluded.etag, updated_at = excluded.updated_at`,
    );
    this.#delete = this.#database.prepare('DELETE FROM state WHERE key = ?');
    this.#forget = this.#database.prepare('DELETE FROM state WHERE updated_at < ?');
  }

  /** Gives the items that exist, as they were at one and the same moment, each with its eTag. */
  read(keys: string[]): Promise<StoreItems> {
    return settled(() => {
      // No prototype, so that a key such as "constructor" is missing unless it is stored.
      const items = Object.create(null) as StoreItems;
      const collect = (): void => {
        for (const key of keys) {
          const row = this.#select.get(key);
          if (row !== undefined) items[key] = toItem(row.value, row.etag);
        }
      };
      guarded('read', () => {
        if (keys.length === 1) collect();
        else this.#transaction('BEGIN', collect);
      });
      return items;
    });
  }

  /** Saves all the items or none, and then sets the new eTag on each item passed. See StateStorage for who wins. */
  write(changes: StoreItems): Promise<void> {
    return settled(() => {
      const items: [string, unknown][] = Object.entries(changes);
      if (items.length === 0) return;
      const rows = items.map(([key, item]) => toRow(key, item));
      const eTag = this.#newETag();
      guarded('saved', () => {
        this.#transaction('BEGIN IMMEDIATE', () => {
          this.#save(rows, eTag);
        });
      });
      // Reflect.set, because a frozen item must not make a write that is on disk look like one that failed.
      for (const [, item] of items) Reflect.set(item as object, 'eTag', eTag);
    });
  }

  /** Removes the items, all at once, whatever their eTags; a key that does not exist is no trouble. */
  delete(keys: string[]): Promise<void> {
    return settled(() => {
      guarded('saved', () => {
        this.#transaction('BEGIN IMMEDIATE', () => {
          for (const key of keys) this.#delete.run(key);
        });
        this.#emptyLog();
      });
    });
  }

  forgetBefore(moment: Date): Promise<number> {
    return settled(() =>
      guarded('saved', () => {
        const { changes } = this.#forget.run(moment.getTime());
        if (changes > 0) this.#emptyLog();
        return Number(changes);
      }),
    );
  }

  ping(): Promise<void> {
    return settled(() => {
      guarded('read', () => this.#select.get(''));
    });
  }

  close(): Promise<void> {
    return settled(() => {
      if (this.#database.isOpen)
        guarded('saved', () => {
          this.#database.close();
        });
    });
  }

  /** What is deleted still stands in the write-ahead log until that has been written back. */
  #emptyLog(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #save(rows: readonly Row[], eTag: string): void {
    const updatedAt = this.#now().getTime();
    for (const { key, json, offered } of rows) {
      const stored = this.#select.get(key)?.etag;
      if (isStale(stored?.toString(), offered)) {
        throw new StaleWriteError(
          'The state was written by someone else meanwhile.',
          'To overwrite it would lose their answer.',
          'Read it again, redo the turn on it and write that.',
        );
      }
      this.#upsert.run(key, json, eTag, updatedAt);
    }
  }

  #transaction(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: () => void): void {
    this.#database.exec(begin);
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      // After a full disk SQLite has rolled back already, and a second ROLLBACK would hide the reason.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}
