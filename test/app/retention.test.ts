import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { keepForDays } from '../../src/retention.ts';
import { StorageError } from '../../src/errors.ts';
import { countedIn } from '../../src/storage/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import type { LogEntry } from '../helpers/talk.ts';
import { begin, read, say } from '../server/rest.ts';
import { until } from '../server/support.ts';
import { RunningGuide } from './running.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const said = (key: string): string => dialogs.phrases[key]!;
const start = { type: 'message', value: { kind: 'start', tree: tree.id } };
const message = (text: string) => ({ type: 'message', text });

describe('what is kept', () => {
  const folder = temporaryFolder();
  let guide: RunningGuide;
  const own = (name: string) => ({
    conversation: { id: `a:${name}`, conversationType: 'personal', tenantId: 'tenant' },
  });
  /** The conversations that anything is kept of, by their names. */
  const kept = (): string[] => {
    const database = new DatabaseSync(join(folder.path, 'state.sqlite'));
    const rows = database.prepare('SELECT key FROM state ORDER BY key').all() as { key: string }[];
    database.close();
    return [...new Set(rows.map(({ key }) => key.split('/a:')[1]!))].sort();
  };
  const days = (many: number): void => {
    guide.time += many * dayMs;
  };
  const aDayPasses = async (): Promise<void> => {
    const before = guide.log.length;
    for (const work of guide.daily) work();
    await until(() => guide.log.length >= before);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };

  beforeEach(async () => {
    guide = new RunningGuide({ DATA_DIR: folder.path, RETENTION_DAYS: '30' });
    await guide.open();
  });
  afterEach(async () => {
    await guide.close();
  });
  after(() => folder.remove());

  it('goes a while after its last change, once a day and at the start, and the counters stay', async () => {
    for (const name of ['left', 'used']) {
      await guide.post({ ...start, ...own(name) });
      await guide.post({ ...message('genoptræning'), ...own(name) });
    }
    await guide.post({ ...message('Hvor lang er fristen for at klage?'), ...own('used') });
    expect(kept()).to.deep.equal(['left', 'used']);
    days(20);
    await guide.post({ ...message('nej'), ...own('used') });
    days(10);
    await aDayPasses();
    expect(kept(), 'thirty days and not a moment more').to.deep.equal(['left', 'used']);
    guide.time += 1;
    await aDayPasses();
    expect(kept()).to.deep.equal(['used']);
    expect(guide.log.filter(({ event }) => event === 'expired')).to.have.length(1);
    const { shown } = await guide.post({ ...message('fortsæt'), ...own('left') });
    expect(JSON.stringify(shown)).to.contain(said('note.nothingOpen'));
    const again = await guide.post({ ...message('fortsæt'), ...own('used') });
    expect(JSON.stringify(again.shown)).to.contain(`"tree":"${tree.id}"`).and.contain('"need":"regain"');
    const { time } = guide;
    await guide.close();
    const counted = countedIn({ dataDir: folder.path });
    expect(counted.length).to.be.above(0);
    guide = new RunningGuide({ DATA_DIR: folder.path, RETENTION_DAYS: '30' });
    guide.time = time + 400 * dayMs;
    await guide.open();
    expect(kept()).to.deep.equal([]);
    expect(countedIn({ dataDir: folder.path })).to.deep.equal(counted);
    expect(guide.daily.size).to.equal(1);
  });

  it('follows RETENTION_DAYS while the guide runs', async () => {
    await guide.post({ ...start, ...own('short') });
    days(3);
    guide.set({ RETENTION_DAYS: '2' });
    await guide.post({ ...message('hjælp'), ...own('other') });
    await aDayPasses();
    expect(kept()).to.deep.equal([]);
  });

  it('goes at once on "slet mine data", all of it and no one else’s, with no trace in the files', async () => {
    for (const name of ['mine', 'yours']) {
      await guide.post({ ...start, ...own(name) });
      await guide.post({ ...message('Hvor lang er fristen for at klage?'), ...own(name) });
    }
    expect(kept()).to.deep.equal(['mine', 'yours']);
    for (const words of ['slet mine data', 'Slet mine data.', 'delete my data']) {
      const { shown } = await guide.post({ ...message(words), ...own('mine') });
      expect(shown).to.have.length(1);
      expect(kept(), words).to.deep.equal(['yours']);
    }
    const bytes = readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name), 'latin1'));
    expect(bytes.join('')).to.contain('a:yours').and.not.contain('a:mine');
    const { shown } = await guide.post({ ...message('fortsæt'), ...own('mine') });
    expect(JSON.stringify(shown)).to.contain(said('note.nothingOpen'));
  });

  it('goes from the page too: a client that comes back finds nothing of what was said', async () => {
    const place = await begin(guide.url);
    await say(guide.url, place, { value: { kind: 'start', tree: tree.id } });
    await say(guide.url, place, {
      text: 'Hvor lang er fristen for at klage?',
      channelData: { clientActivityID: 'x1' },
    });
    expect(JSON.stringify(await read(guide.url, place))).to.contain('Hvor lang er fristen');
    await say(guide.url, place, { text: 'slet mine data' });
    const { activities } = await read(guide.url, place);
    expect(activities).to.have.length(1);
    expect(JSON.stringify(activities)).to.contain(said('forget.done'));
    await say(guide.url, place, { text: 'fortsæt' });
    expect(JSON.stringify(await read(guide.url, place))).to.contain(said('note.nothingOpen'));
  });

  it('is not said to be gone when it could not be deleted', async () => {
    await guide.post({ ...start, ...own('locked') });
    const other = new DatabaseSync(join(folder.path, 'state.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const { shown } = await guide.post({ ...message('slet mine data'), ...own('locked') });
    other.exec('ROLLBACK');
    other.close();
    expect(JSON.stringify(shown)).to.contain(said('forget.failed')).and.not.contain(said('forget.done'));
    expect(kept()).to.include('locked');
  });
});

describe('keepForDays', () => {
  const now = (): Date => new Date('2026-11-22T09:00:00Z');

  it('asks for what is older at once and every day, and stops when it is told to', async () => {
    const asked: string[] = [];
    const works = new Set<() => void>();
    const storage = {
      forgetBefore: (moment: Date) => {
        asked.push(moment.toISOString());
        return Promise.resolve(0);
      },
    };
    const stop = await keepForDays({ storage, days: () => 30 + works.size, now, log: () => undefined }, (work) => {
      works.add(work);
      return () => works.delete(work);
    });
    for (const work of works) work();
    expect(asked).to.deep.equal(['2026-10-23T09:00:00.000Z', '2026-10-22T09:00:00.000Z']);
    stop();
    expect(works.size).to.equal(0);
  });

  it('logs with a code what it cannot do, and lets the guide go on', async () => {
    const log: LogEntry[] = [];
    const failing = (error: Error) =>
      keepForDays(
        { storage: { forgetBefore: () => Promise.reject(error) }, days: () => 30, now, log: (one) => log.push(one) },
        () => () => undefined,
      );
    await failing(new StorageError('Locked.', 'In this test.', 'None.'));
    await failing(new Error('hemmelig'));
    expect(log).to.deep.equal([
      { level: 'warn', event: 'not-expired', code: 'GUIDE_STORAGE' },
      { level: 'warn', event: 'not-expired', code: 'GUIDE_UNEXPECTED' },
    ]);
  });
});
