import type { DatabaseSync } from 'node:sqlite';
import { GuideError } from '../errors.ts';
import { inOrder, Tally, type CounterRow, type Counters } from './counters.ts';
import { guarded } from './guarded.ts';
import { openSqliteFile } from './sqliteFile.ts';

/** What counters in a file are made of. */
export interface SqliteCountersOptions {
  readonly file: string;
  /** The ISO week at the time it is called. */
  readonly week: () => string;
  /** Calls `work` now and again until told to stop; every five seconds unless a test injects its own. */
  readonly every?: (work: () => void) => () => void;
  /** Told once when saving has failed some times in a row; the counts wait in memory meanwhile. */
  readonly onTrouble?: (code: string) => void;
}

const saveEveryMs = 5_000;
/** One failure may be another process's write, and the next attempt succeeds. */
const failuresToTell = 3;
/** Another process's write is waited for at the end only: the event loop stands still meanwhile. */
const patience = { running: 0, ending: 2_000 } as const;

const table = `CREATE TABLE IF NOT EXISTS counters (
  week TEXT NOT NULL,
  event TEXT NOT NULL,
  topic TEXT NOT NULL,
  municipality TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (week, event, topic, municipality)
) STRICT, WITHOUT ROWID`;

const regularly = (work: () => void): (() => void) => {
  const timer = setInterval(work, saveEveryMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};

const saveAll = (database: DatabaseSync, rows: readonly CounterRow[]): void => {
  const add = database.prepare(`INSERT INTO counters (week, event, topic, municipality, count) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (week, event, topic, municipality) DO UPDATE SET count = count + excluded.count`);
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { week, event, topic, municipality, count } of rows) add.run(week, event, topic, municipality, count);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** The rows of a database that may have been made before there were counters. */
export const readCounters = (database: DatabaseSync): readonly CounterRow[] =>
  guarded('read', () => {
    const has = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'counters'").get();
    return has === undefined
      ? []
      : inOrder(
          database
            .prepare('SELECT week, event, topic, municipality, count FROM counters')
            .all() as unknown as CounterRow[],
        );
  });

/**
 * Counters in a table beside the state, in the same file. Counts gather in memory and are saved together; at most those
 * of the last seconds are lost when the process is killed. Several processes may count into one file.
 */
export const sqliteCounters = ({
  file,
  week,
  every = regularly,
  onTrouble = () => undefined,
}: SqliteCountersOptions): Counters => {
  const database = openSqliteFile(file, patience.ending);
  guarded('opened', () => {
    // A count is no answer that someone was told is kept: it need not wait for the disk.
    database.exec(`${table}; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${String(patience.running)}`);
  });
  const tally = new Tally(week);
  let failures = 0;
  const save = (): void => {
    if (tally.isEmpty || !database.isOpen) return;
    const rows = tally.take();
    try {
      guarded('saved', () => {
        saveAll(database, rows);
      });
      failures = 0;
    } catch (error) {
      tally.merge(rows);
      failures += 1;
      if (failures === failuresToTell) onTrouble(error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED');
    }
  };
  const stop = every(save);
  return {
    count: (...counted) => {
      if (database.isOpen) tally.count(...counted);
    },
    read: () => {
      save();
      const all = new Tally(week);
      all.merge(readCounters(database));
      all.merge(tally.rows);
      return inOrder(all.rows);
    },
    close: () => {
      if (!database.isOpen) return;
      stop();
      database.exec(`PRAGMA busy_timeout = ${String(patience.ending)}`);
      save();
      database.close();
    },
  };
};
