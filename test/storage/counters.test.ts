import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { InputError, StorageError } from '../../src/errors.ts';
import { countedIn, openCounters, openStorage, type CountedEvent, type Counters } from '../../src/storage/index.ts';
import { noon, temporaryFolders } from './support.ts';

const week = (): string => '2026-W47';

/** A timer that runs when the test says so. */
const ticker = () => {
  const works = new Set<() => void>();
  return {
    tick: () => {
      for (const work of works) work();
    },
    running: works,
    every: (work: () => void) => {
      works.add(work);
      return () => works.delete(work);
    },
  };
};

const hostile: readonly unknown[] = [
  ...['Jens Hansen', 'jens hansen', 'Hansen', '260337-1573', '2603371573', 'tlf-41902736', 'vej 4', 'jens@x.dk', 'é'],
  ...['', '-', '--', '-a', 'a-', 'a--b', 'a_b', 'a.b', 'a\n', 'a\u0000', "'; DROP TABLE state; --", 'æøå', 'A-b'],
  ...['a'.repeat(61), '𝟏𝟐', null, undefined, 7, {}, [], Symbol('x'), () => 'x'],
];

describe('counters', () => {
  const folder = temporaryFolders();
  const kinds: Readonly<Record<string, (dataDir: string, weekNow?: () => string) => Counters>> = {
    memory: (dataDir, weekNow = week) => openCounters({ databaseUrl: 'memory:', dataDir, week: weekNow }),
    sqlite: (dataDir, weekNow = week) => openCounters({ dataDir, week: weekNow, every: ticker().every }),
  };

  for (const [kind, open] of Object.entries(kinds)) {
    it(`${kind}: add up by week, event, topic and municipality, and are read in one order`, () => {
      let now = '2026-W47';
      const counters = open(folder(), () => now);
      counters.count('unanswered');
      for (let times = 0; times < 3; times += 1) counters.count('corrected', 'hvilken-paragraf', 'vejen');
      counters.count('corrected', 'ageRelatedLoss', 'vejen');
      now = '2026-W48';
      counters.count('corrected', 'hvilken-paragraf', 'herlev');
      now = '2026-W46';
      counters.count('answered', 'sel-86-1');
      const row = (at: string, event: CountedEvent, topic: string, municipality: string, count: number) => ({
        ...{ week: at, event, topic, municipality, count },
      });
      const expected = [
        row('2026-W46', 'answered', 'sel-86-1', '-', 1),
        row('2026-W47', 'corrected', 'ageRelatedLoss', 'vejen', 1),
        row('2026-W47', 'corrected', 'hvilken-paragraf', 'vejen', 3),
        row('2026-W47', 'unanswered', '-', '-', 1),
        row('2026-W48', 'corrected', 'hvilken-paragraf', 'herlev', 1),
      ];
      expect(counters.read().map((one) => ({ ...one }))).to.deep.equal(expected);
      counters.close();
    });

    it(`${kind}: store no text whatever is counted, and never throw`, () => {
      const counters = open(folder());
      for (const text of hostile) counters.count('refused', text as string, text as string);
      counters.count('Jens Hansen' as CountedEvent, 'klage');
      const rows = counters.read();
      expect(rows).to.have.length(1);
      expect(rows[0]).to.include({ event: 'refused', topic: '-', municipality: '-', count: hostile.length });
      counters.close();
    });

    it(`${kind}: let go of what has no week, and of all that comes after the end`, () => {
      const broken = open(folder(), () => {
        throw new RangeError('no clock');
      });
      broken.count('answered');
      const odd = open(folder(), () => 'Jens Hansen');
      odd.count('answered');
      for (const counters of [broken, odd]) {
        expect(counters.read()).to.deep.equal([]);
        counters.close();
        counters.close();
        counters.count('answered');
      }
    });

    it(`${kind}: keep memory bounded, and every count, under a flood of ids`, () => {
      const counters = open(folder());
      for (let id = 0; id < 5000; id += 1) counters.count('answered', `t-${String(id)}`);
      const rows = counters.read();
      expect(rows.length).to.be.at.most(2001);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).to.equal(5000);
      counters.close();
    });
  }
});

describe('counters in SQLite', () => {
  const folder = temporaryFolders();
  const bytesIn = (dataDir: string): string =>
    readdirSync(dataDir)
      .map((file) => readFileSync(join(dataDir, file)).toString('latin1'))
      .join('\n');

  it('write nothing before the timer, all of it then, and the rest at the end', () => {
    const dataDir = folder();
    const { tick, every, running } = ticker();
    const counters = openCounters({ dataDir, week, every });
    counters.count('answered', 'klage');
    expect(countedIn({ dataDir })).to.deep.equal([]);
    tick();
    expect(countedIn({ dataDir })[0]).to.include({ topic: 'klage', count: 1 });
    counters.count('answered', 'klage');
    counters.close();
    expect(running.size).to.equal(0);
    expect(countedIn({ dataDir })[0]).to.include({ topic: 'klage', count: 2 });
    const again = openCounters({ dataDir, week, every });
    again.count('answered', 'klage');
    expect(again.read()[0]).to.include({ count: 3 });
    again.close();
  });

  it('stand in the file of the state, for the owner alone, and hold none of what is no id', async () => {
    const dataDir = folder();
    const storage = openStorage({ dataDir, now: noon });
    const counters = openCounters({ dataDir, week, every: ticker().every });
    await storage.write({ a: { n: 1 } });
    for (const text of hostile) counters.count('refused', text as string, text as string);
    counters.close();
    await storage.close();
    expect(readdirSync(dataDir)).to.deep.equal(['state.sqlite']);
    expect(statSync(join(dataDir, 'state.sqlite')).mode & 0o777).to.equal(0o600);
    const bytes = bytesIn(dataDir);
    for (const text of ['Hansen', '260337', '41902736', 'jens@', 'DROP']) expect(bytes).not.to.include(text);
  });

  it('take no time that a turn could feel, also while another process writes', () => {
    const dataDir = folder();
    const { tick, every } = ticker();
    const counters = openCounters({ dataDir, week, every });
    const timed = (work: () => void): number => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    const counting = timed(() => {
      for (let times = 0; times < 10_000; times += 1) counters.count('answered', 'klage', 'vejen');
    });
    expect(counting / 10_000, 'ms a count').to.be.below(0.1);
    const other = new DatabaseSync(join(dataDir, 'state.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    expect(timed(tick), 'ms a save that is refused').to.be.below(100);
    other.exec('ROLLBACK');
    other.close();
    expect(timed(tick), 'ms a save').to.be.below(100);
    expect(countedIn({ dataDir })[0]).to.include({ count: 10_000 });
    counters.close();
  });

  it('wait in memory while they cannot be saved, tell once, and are saved when they can be', () => {
    const dataDir = folder();
    const { tick, every } = ticker();
    const told: string[] = [];
    const counters = openCounters({ dataDir, week, every, onTrouble: (code) => told.push(code) });
    const other = new DatabaseSync(join(dataDir, 'state.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    for (let times = 1; times <= 6; times += 1) {
      counters.count('answered');
      tick();
      expect(told, String(times)).to.deep.equal(times < 3 ? [] : ['GUIDE_STORAGE']);
    }
    expect(counters.read()[0]).to.include({ count: 6 });
    other.exec('ROLLBACK');
    other.close();
    tick();
    expect(countedIn({ dataDir })[0]).to.include({ count: 6 });
    counters.close();
  });

  it('add up when several processes count into one file', async () => {
    const dataDir = folder();
    openCounters({ dataDir, week, every: ticker().every }).close();
    const child = join(import.meta.dirname, 'tallies.child.ts');
    const ended = [1, 2, 3].map(async () => {
      const [code] = (await once(spawn(process.execPath, [child, dataDir, '2000'], { stdio: 'inherit' }), 'exit')) as [
        number,
      ];
      return code;
    });
    expect(await Promise.all(ended)).to.deep.equal([0, 0, 0]);
    expect(countedIn({ dataDir })[0]).to.include({ topic: 'klage', count: 6000 });
  });
});

describe('countedIn', () => {
  const folder = temporaryFolders();

  it('reads a database that was made before there were counters as one without any', async () => {
    const dataDir = folder();
    await openStorage({ dataDir, now: noon }).close();
    expect(countedIn({ dataDir })).to.deep.equal([]);
    expect(readdirSync(dataDir)).to.deep.equal(['state.sqlite']);
  });

  it('makes nothing where nothing is, and says what to set', () => {
    const dataDir = folder();
    for (const place of [{ dataDir }, { dataDir, databaseUrl: 'memory:' }])
      expect(() => countedIn(place)).to.throw(InputError, /DATA_DIR/);
    expect(readdirSync(dataDir)).to.deep.equal([]);
  });

  it('says so when the file is no database', () => {
    expect(() => countedIn({ dataDir: join(import.meta.dirname, '..') })).to.throw(InputError);
    const dataDir = folder();
    const file = new DatabaseSync(join(dataDir, 'state.sqlite'));
    file.exec('CREATE TABLE counters (week TEXT)');
    file.close();
    expect(() => countedIn({ dataDir })).to.throw(StorageError, 'State could not be read.');
  });
});
