import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { guideFrom, startApp } from '../../src/app.ts';
import { loadContent } from '../../src/content.ts';
import { readConfig } from '../../src/config.ts';
import { civilDate } from '../../src/dates/index.ts';
import { ConfigError, DataError } from '../../src/errors.ts';
import { dialogs, knowledge, projectRoot } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of the project to its end, with this environment and no other settings. */
const run = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> => {
  const child = spawn(process.execPath, args, { cwd: projectRoot, env: { PATH: process.env.PATH, ...environment } });
  const [out, err]: Buffer[][] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out!.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err!.push(chunk));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: Buffer.concat(out!).toString(), err: Buffer.concat(err!).toString() };
};

const expectRefusal = ({ code, out, err }: Ended, id: string): void => {
  expect({ code, answering: out.includes('svarer på') }, err).to.deep.equal({ code: 1, answering: false });
  expect(err).to.match(new RegExp(`^${id}: .+\\n {2}why: {2}.+\\n {2}cure: .+\\n`, 'u'));
  expect(err + out).not.to.match(/\n\s+at |node:internal|\.ts:\d/u);
};

describe('node src/index.ts', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('in production with nothing set ends with 1 and a cure, and no stack', async () => {
    expectRefusal(await run(['src/index.ts'], { NODE_ENV: 'production' }), 'GUIDE_BAD_CONFIG');
  });

  it('on a port that is taken ends with 1 and a cure', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ended = await run(['src/index.ts'], { PORT: String(port), DATA_DIR: folder.path });
    server.close();
    expectRefusal(ended, 'GUIDE_BAD_CONFIG');
    expect(ended.err).to.contain('EADDRINUSE').and.to.contain(String(port)).and.to.contain('PORT');
  });

  it('with a file where its folder should be ends with 1 and a cure', async () => {
    const file = join(folder.path, 'file');
    writeFileSync(file, '');
    expectRefusal(await run(['src/index.ts'], { PORT: '0', DATA_DIR: file }), 'GUIDE_STORAGE');
  });
});

describe('paragrafguiden chat', () => {
  it('answers line by line as of the day in AS_OF, and ends when the input ends', async () => {
    const lines = ['1', 'genoptræning', 'nej', 'tekst', 'tak'].map((line) => `${line}\n`).join('');
    const { code, out, err } = await run(['src/cli/index.ts', 'chat'], { AS_OF: '2025-06-30' }, lines);
    expect({ code, err }).to.deep.equal({ code: 0, err: '' });
    expect(out).to.contain('30. juni 2025').and.to.contain('serviceloven § 86, stk. 1');
    expect(out).not.to.match(/undefined|\{[a-z]+\}|\[object/u);
  });

  it('does not start on settings it cannot use', async () => {
    expectRefusal(await run(['src/cli/index.ts', 'chat'], { AS_OF: 'i morgen' }), 'GUIDE_BAD_CONFIG');
  });
});

describe('guideFrom', () => {
  const at = (instant: string) => ({
    root: projectRoot,
    now: () => new Date(instant),
    randomId: () => 'x',
    log: () => undefined,
  });

  it('takes today from the clock in Denmark, or from AS_OF', () => {
    const content = { knowledge, dialogs };
    expect(guideFrom(content, at('2026-12-31T22:59:59Z')).today()).to.equal('2026-12-31');
    expect(guideFrom(content, at('2026-12-31T23:00:00Z')).today()).to.equal('2027-01-01');
    const asOf = civilDate('2025-06-30');
    expect(guideFrom(content, at('2026-12-31T23:00:00Z'), { asOf }).today()).to.equal(asOf);
  });
});

describe('startApp', () => {
  const folder = temporaryFolder();
  const world = { root: projectRoot, now: () => new Date(), randomId: () => 'x', log: () => undefined };
  after(() => folder.remove());

  it('does not start where there is nothing to know, and says what is missing', async () => {
    const failed: unknown = await startApp(readConfig({ PORT: '0' }), { ...world, root: folder.path }).catch(
      (error: unknown) => error,
    );
    expect(failed).to.be.instanceOf(DataError);
    expect((failed as DataError).faults.length).to.be.above(0);
    expect(await loadContent(folder.path).catch((error: unknown) => error)).to.be.instanceOf(DataError);
  });

  it('keeps one key for local conversations, and makes a new one of half a key', async () => {
    const settings = { PORT: '0', DATA_DIR: folder.path, DATABASE_URL: 'memory:' };
    const file = join(folder.path, 'local.key');
    const keyAfterStart = async (): Promise<string> => {
      await (await startApp(readConfig(settings), world)).close();
      return readFileSync(file, 'utf8');
    };
    const first = await keyAfterStart();
    expect(first).to.match(/^[0-9a-f]{64}$/u);
    expect(await keyAfterStart()).to.equal(first);
    for (const half of ['', first.slice(0, 20)]) {
      writeFileSync(file, half);
      expect(await keyAfterStart()).to.match(/^[0-9a-f]{64}$/u);
    }
  });

  it('says what to do when that key cannot be kept', async () => {
    const DATA_DIR = join(folder.path, 'taken');
    mkdirSync(join(DATA_DIR, 'local.key'), { recursive: true });
    const config = readConfig({ PORT: '0', DATA_DIR, DATABASE_URL: 'memory:' });
    const failed: unknown = await startApp(config, world).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(ConfigError);
    expect((failed as ConfigError).cure).to.contain('DATA_DIR');
  });
});
