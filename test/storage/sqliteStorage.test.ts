import { expect } from 'chai';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'mocha';
import { StorageError } from '../../src/errors.ts';
import { openSqliteFile } from '../../src/storage/sqliteFile.ts';
import { SqliteStorage } from '../../src/storage/sqliteStorage.ts';
import { storageContract } from './contract.ts';
import { noon, rejection, temporaryFolders } from './support.ts';

describe('SqliteStorage', () => {
  const folder = temporaryFolders();
  const newFile = (): string => join(folder(), 'state.sqlite');

  storageContract('in memory', () => new SqliteStorage({ file: ':memory:', now: noon }));
  storageContract('in a file', () => new SqliteStorage({ file: newFile(), now: noon }));

  /** A storage with one item, beside it a plain connection to the same file that can make trouble. */
  const withSaboteur = async (work: (storage: SqliteStorage, other: DatabaseSync) => Promise<void>): Promise<void> => {
    const file = newFile();
    const storage = new SqliteStorage({
      file,
      now: noon,
      newETag: () => 'the-etag',
      busyTimeoutMs: 30,
    });
    const other = new DatabaseSync(file);
    try {
      await storage.write({ nøgle: { answer: 'hemmelig' } });
      await work(storage, other);
    } finally {
      other.close();
      await storage.close();
    }
  };

  it('syncs every commit to a write-ahead log', () => {
    const database = openSqliteFile(newFile(), 1234);
    const pragma = (name: string): unknown => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
    expect(pragma('journal_mode')).to.equal('wal');
    expect(pragma('synchronous')).to.equal(2);
    expect(pragma('busy_timeout')).to.equal(1234);
    database.close();
  });

  it('finds its items again in the file', async () => {
    const file = newFile();
    const first = new SqliteStorage({ file, now: noon });
    const item = { n: 1 };
    await first.write({ a: item });
    await first.close();
    const second = new SqliteStorage({ file, now: noon });
    expect(await second.read(['a'])).to.deep.equal({ a: item });
    await second.close();
  });

  it('dates each write and keeps the eTag outside the value', () =>
    withSaboteur((_storage, other) => {
      expect(
        other
          .prepare('SELECT * FROM state')
          .all()
          .map((row) => ({ ...row })),
      ).to.deep.equal([
        {
          key: 'nøgle',
          value: '{"answer":"hemmelig"}',
          etag: 'the-etag',
          updated_at: noon().getTime(),
        },
      ]);
      return Promise.resolve();
    }));

  it('gives up on a held database, changes nothing and works when it is let go', () =>
    withSaboteur(async (storage, other) => {
      other.exec('BEGIN IMMEDIATE');
      const error = await rejection(storage.write({ nøgle: { answer: 'ny', eTag: '*' } }));
      expect(error).to.be.instanceOf(StorageError);
      expect(error.cause).to.include({ errcode: 5 });
      expect(await storage.read(['nøgle'])).to.have.nested.property('nøgle.answer', 'hemmelig');
      await storage.ping();
      other.exec('ROLLBACK');
      await storage.write({ nøgle: { answer: 'ny', eTag: '*' } });
    }));

  it('reports a broken database without showing what it holds', () =>
    withSaboteur(async (storage, other) => {
      other.exec('ALTER TABLE state RENAME TO gone');
      const calls = [
        storage.ping(),
        storage.read(['nøgle']),
        storage.read(['nøgle', 'b']),
        storage.write({ nøgle: { answer: 'hemmelig' } }),
        storage.delete(['nøgle']),
      ];
      for (const call of calls) {
        const error = await rejection(call);
        expect(error).to.be.instanceOf(StorageError);
        expect(error.cause).to.be.instanceOf(Error).with.property('message', 'no such table: state');
        expect(error.message).not.to.match(/nøgle|hemmelig/);
      }
    }));

  it('reports a damaged value without showing it, not even as cause', () =>
    withSaboteur(async (storage, other) => {
      other.exec(`UPDATE state SET value = 'hemmelig'`);
      const error = await rejection(storage.read(['nøgle']));
      expect(error).to.be.instanceOf(StorageError);
      expect(error.cause).to.equal(undefined);
      expect(error.message).not.to.include('hemmelig');
    }));

  it('keeps the file and its log from everyone else, also a file that came with a wider mode', () => {
    const file = newFile();
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    const database = openSqliteFile(file, 100);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).to.equal(0o600);
    database.close();
  });

  it('says what to do about a file that is no database and a place that cannot be had', () => {
    const notADirectory = join(import.meta.filename, 'state.sqlite');
    const noDatabase = newFile();
    writeFileSync(noDatabase, 'hemmelig '.repeat(1000));
    for (const file of [notADirectory, folder(), noDatabase]) {
      expect(() => new SqliteStorage({ file, now: noon })).to.throw(StorageError, /^State could not be opened\./);
    }
  });

  for (const kind of ['file', 'memory'])
    it(`forgets for good what was last written before a moment, in ${kind}`, async () => {
      const file = kind === 'memory' ? ':memory:' : newFile();
      let day = 1;
      const storage = new SqliteStorage({ file, now: () => new Date(Date.UTC(2026, 10, day)) });
      await storage.write({ old: { tree: 'gammel-hemmelighed' }, kept: { n: 1 } });
      day = 5;
      const { kept } = await storage.read(['kept']);
      await storage.write({ kept: { ...(kept as object), n: 2 }, young: { n: 3 } });
      expect(await storage.forgetBefore(new Date(Date.UTC(2026, 10, 1)))).to.equal(0);
      expect(await storage.forgetBefore(new Date(Date.UTC(2026, 10, 5)))).to.equal(1);
      expect(Object.keys(await storage.read(['old', 'kept', 'young']))).to.deep.equal(['kept', 'young']);
      if (kind === 'file') {
        const bytes = readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), 'latin1'));
        expect(bytes.join('')).to.contain('young').and.not.contain('gammel-hemmelighed');
      }
      expect(await storage.forgetBefore(new Date(Date.UTC(2026, 10, 6)))).to.equal(2);
      await storage.close();
      expect(await rejection(storage.forgetBefore(new Date(0)))).to.be.instanceOf(StorageError);
    });

  it('leaves no trace in its files of what was deleted', async () => {
    const file = newFile();
    const storage = new SqliteStorage({ file, now: noon });
    await storage.write({ a: { tree: 'gammel-hemmelighed' }, b: { n: 1 } });
    await storage.delete(['a']);
    const bytes = readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), 'latin1'));
    expect(bytes.join('')).to.not.contain('gammel-hemmelighed');
    await storage.close();
  });
});
