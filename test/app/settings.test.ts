import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { settingsFile } from '../../src/cli/settingsFile.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';
import { liveSettings, topicsOf } from '../../src/settings.ts';
import { dialogs, knowledge, projectRoot } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';
import { begin, say } from '../server/rest.ts';
import { until } from '../server/support.ts';

type Entry = Readonly<Record<string, string | number | boolean>>;

/** Settings that a test changes, a clock that it moves, and what was logged. */
const settingsOf = (first: readonly string[]) => {
  const log: Entry[] = [];
  const config = (disabledTopics: readonly string[]): Config => ({ ...readConfig({}), disabledTopics });
  const state = { time: 0, looked: 0, changed: false, read: () => config(first) };
  const settings = liveSettings({
    first: config(first),
    source: {
      read: () => {
        state.changed = false;
        return state.read();
      },
      hasChanged: () => {
        state.looked += 1;
        return state.changed;
      },
    },
    topics: topicsOf({ knowledge, dialogs }),
    now: () => new Date(state.time),
    log: (entry) => log.push(entry),
  });
  const write = (...ids: readonly string[]): void => {
    state.changed = true;
    state.read = () => config(ids);
  };
  return { settings, state, log, write };
};

describe('liveSettings', () => {
  it('closes what DISABLED_TOPICS names, and nothing else', () => {
    const { settings, log } = settingsOf(['klage', 'sel-86-1', 'vejen', knowledge.articles[0]!.id]);
    for (const id of ['klage', 'sel-86-1', 'vejen', knowledge.articles[0]!.id])
      expect(settings.isDisabled(id), id).to.equal(true);
    for (const id of ['kontakt-kommunen', 'sel-86', '', 'KLAGE', 'constructor'])
      expect(settings.isDisabled(id), id).to.equal(false);
    expect(log).to.deep.equal([]);
  });

  it('looks at most once a second, and reads only what has changed', () => {
    const { settings, state, log, write } = settingsOf([]);
    for (let time = 0; time <= 5_000; time += 100) {
      state.time = time;
      settings.refresh();
    }
    expect([state.looked, log]).to.deep.equal([6, []]);
    write('klage');
    state.time = 5_900;
    settings.refresh();
    expect(settings.isDisabled('klage')).to.equal(false);
    state.time = 6_000;
    settings.refresh();
    expect(settings.isDisabled('klage')).to.equal(true);
    expect(log).to.deep.equal([{ event: 'settings-reloaded', disabled: 1, unknown: 0 }]);
    state.time = 1_000;
    write();
    settings.refresh();
    expect(settings.isDisabled('klage'), 'after the clock was set back').to.equal(false);
  });

  it('warns of ids that no file holds, and repeats only what has the form of one', () => {
    const { settings, log, write } = settingsOf(['klage', 'klager', 'Jens Hansen']);
    const warning = { level: 'warn', event: 'disabled-topic-unknown' };
    expect(log).to.deep.equal([{ ...warning, topic: 'klager' }, warning]);
    expect(settings.isDisabled('klager')).to.equal(true);
    log.length = 0;
    write('a'.repeat(61), 'vejen');
    settings.reload();
    expect(log).to.deep.equal([warning, { event: 'settings-reloaded', disabled: 2, unknown: 1 }]);
  });

  it('keeps the old settings when the new cannot be used, and says why with a code', () => {
    const { settings, state, log } = settingsOf(['klage']);
    state.read = () => readConfig({ PORT: 'hemmelig', DISABLED_TOPICS: 'vejen' });
    settings.reload();
    state.read = () => {
      throw new RangeError('hemmelig');
    };
    settings.reload();
    expect([settings.isDisabled('klage'), settings.isDisabled('vejen')]).to.deep.equal([true, false]);
    expect(log.map(({ event, code }) => [event, code])).to.deep.equal([
      ['settings-kept', 'GUIDE_BAD_CONFIG'],
      ['settings-kept', 'GUIDE_UNEXPECTED'],
    ]);
    expect(log[0]?.why).to.contain('PORT');
    expect(JSON.stringify(log)).not.to.contain('hemmelig');
  });
});

describe('settingsFile', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, '.env');
  after(() => folder.remove());
  afterEach(() => rmSync(file, { force: true, recursive: true }));

  it('reads the file beneath the environment; a variable that is empty there is not set', () => {
    writeFileSync(file, '\uFEFF# note\nPORT=4001\nDISABLED_TOPICS="klage, vejen"\nAS_OF=2027-01-05\n');
    const config = settingsFile({ PORT: '4002', DISABLED_TOPICS: ' ' }, file).read();
    expect(config).to.include({ port: 4002, asOf: '2027-01-05' });
    expect(config.disabledTopics).to.deep.equal(['klage', 'vejen']);
  });

  it('needs no file, sees when one comes, and drops no setting when it is gone for a moment', () => {
    const settings = settingsFile({}, file);
    expect(settings.read()).to.deep.equal(readConfig({}));
    expect(settings.hasChanged()).to.equal(false);
    writeFileSync(file, 'DISABLED_TOPICS=klage\n');
    expect(settings.hasChanged()).to.equal(true);
    expect(settings.read().disabledTopics).to.deep.equal(['klage']);
    expect(settings.hasChanged()).to.equal(false);
    rmSync(file);
    expect(settings.hasChanged()).to.equal(true);
    expect(() => settings.read()).to.throw(ConfigError, 'ENOENT');
    expect(settings.hasChanged(), 'told once').to.equal(false);
    writeFileSync(file, '');
    expect(settings.hasChanged()).to.equal(true);
    expect(settings.read().disabledTopics).to.deep.equal([]);
  });
});

/** A process that is started in `cwd`, with nothing set but what is given, and what it has written so far. */
const launch = (script: string, cwd: string, environment: Readonly<Record<string, string>> = {}) => {
  const child: ChildProcess = spawn(process.execPath, [join(projectRoot, script)], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const logged = (event: string): Entry[] =>
    written
      .join('')
      .split('\n')
      .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as Entry] : []))
      .filter((entry) => entry.event === event);
  return { child, logged, output: () => written.join('') };
};

describe('a running guide', () => {
  const folder = temporaryFolder();
  const running = new Set<ChildProcess>();
  const env = (text: string): void => writeFileSync(join(folder.path, '.env'), `PORT=0\n${text}\n`);
  const started = async (script: string, environment: Readonly<Record<string, string>> = {}) => {
    const guide = launch(script, folder.path, environment);
    running.add(guide.child);
    await until(() => guide.output().includes('svarer på'), 30_000);
    return guide;
  };
  afterEach(async () => {
    for (const child of running) {
      const gone = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGKILL');
      await gone;
    }
    running.clear();
  });
  after(() => folder.remove());

  it('reads .env at the start and again on SIGHUP, and isDisabled follows', async () => {
    env('DISABLED_TOPICS=klage\nDATABASE_URL=memory:');
    const { child, logged, output } = await started('test/app/settings.child.ts');
    let asked = 0;
    const isDisabled = async (id: string): Promise<Entry> => {
      const answers = (): string[] => output().match(/^\{"id":.*\}$/gmu) ?? [];
      child.stdin?.write(`${id}\n`);
      asked += 1;
      return JSON.parse((await until(() => answers().length === asked && answers())).at(-1) ?? '') as Entry;
    };
    expect(await isDisabled('klage')).to.include({ isDisabled: true });
    expect(await isDisabled('vejen')).to.include({ isDisabled: false });
    expect(logged('settings-reloaded')).to.deep.equal([]);

    env('DISABLED_TOPICS=vejen,sel-86-1,findes-ikke\nAS_OF=2027-01-05');
    child.kill('SIGHUP');
    const [reloaded] = await until(() => logged('settings-reloaded').length > 0 && logged('settings-reloaded'));
    expect(reloaded).to.include({ disabled: 3, unknown: 1 });
    expect(logged('disabled-topic-unknown')[0]).to.include({ level: 40, topic: 'findes-ikke' });
    expect(await isDisabled('klage')).to.include({ isDisabled: false });
    expect(await isDisabled('vejen')).to.include({ isDisabled: true, today: '2027-01-05' });

    env('DISABLED_TOPICS=klage\nAS_OF=hemmelig');
    child.kill('SIGHUP');
    const [kept] = await until(() => logged('settings-kept').length > 0 && logged('settings-kept'));
    expect(kept).to.include({ level: 40, code: 'GUIDE_BAD_CONFIG' });
    expect(await isDisabled('vejen')).to.include({ isDisabled: true, today: '2027-01-05' });
    expect(output()).not.to.include('hemmelig');
  });

  it('sees at a turn that .env was written anew, without a signal', async () => {
    env('DISABLED_TOPICS=');
    const { logged } = await started('src/index.ts', { DATABASE_URL: 'memory:' });
    const url = `http://127.0.0.1:${String(logged('listening')[0]?.port)}`;
    const place = await begin(url);
    await say(url, place, { text: 'hjælp' });
    expect(logged('settings-reloaded')).to.deep.equal([]);
    env('DISABLED_TOPICS=klage');
    await until(() => logged('turn').length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(logged('settings-reloaded'), 'not between turns').to.deep.equal([]);
    await say(url, place, { text: 'hjælp' });
    await until(() => logged('settings-reloaded').length > 0);
    expect(logged('settings-reloaded')[0]).to.include({ disabled: 1, unknown: 0 });
  });

  it('does not start on an .env that it cannot use, and does not repeat it', async () => {
    env('LOG_LEVEL=hemmelig');
    const { child, output } = launch('src/index.ts', folder.path);
    const [code] = (await once(child, 'close')) as [number];
    expect(code).to.equal(1);
    expect(output()).to.include('GUIDE_BAD_CONFIG').and.to.include('LOG_LEVEL').and.not.to.include('hemmelig');
  });
});
