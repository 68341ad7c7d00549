import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { checkCommand } from '../../src/cli/checkCommand.ts';
import { copyContent, copySpoilt, spoils } from '../helpers/spoil.ts';
import { temporaryFolders } from '../storage/support.ts';
import { fewAtATime, runGuide, type Finished } from './support.ts';

interface Ran {
  readonly root: string;
  readonly line: number;
  readonly served: Finished;
  readonly checked: { readonly code: number; readonly stderr: string };
}

/** Runs `check` in this process and gives what it wrote and its exit code; one run at a time. */
const checkHere = async (root: string): Promise<Ran['checked']> => {
  const written: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    return { code: await checkCommand.run(['--root', root]), stderr: written.join('') };
  } finally {
    process.stderr.write = write;
  }
};

describe('check and serve on spoilt content', () => {
  const fresh = temporaryFolders();
  const ran = new Map<string, Ran>();

  before('runs both on ten spoilt copies', async () => {
    const copies = spoils.map((spoil) => {
      const root = fresh();
      return { name: spoil.name, root, line: copySpoilt(root, spoil) };
    });
    const served = await fewAtATime(copies, ({ root }) =>
      runGuide(['serve', '--root', root], { env: { PORT: '0', DATA_DIR: join(root, 'data') } }),
    );
    for (const [index, { name, root, line }] of copies.entries())
      ran.set(name, { root, line, served: served[index]!, checked: await checkHere(root) });
  });

  for (const { name, file, says } of spoils) {
    it(`check names ${name} once, with file, line, reason and cure`, () => {
      const { line, checked } = ran.get(name)!;
      const [place, why, cure, count, ...rest] = checked.stderr.split('\n');
      expect(place)
        .to.match(new RegExp(`^${file}:${String(line)} `, 'u'))
        .and.to.include(says);
      expect(why).to.match(/^ {4}why: {2}\S.*\.$/u);
      expect(cure).to.match(/^ {4}cure: \S.*\.$/u);
      expect([count, ...rest]).to.deep.equal(['1 fault(s)', '']);
      expect(checked.code).to.equal(1);
    });

    it(`serve does not start on ${name}, and leaves nothing behind`, () => {
      const { root, line, served } = ran.get(name)!;
      expect(served).to.include({ code: 1, stdout: '' });
      expect(served.stderr)
        .to.include('GUIDE_BAD_DATA')
        .and.to.include(`${file}:${String(line)} `);
      expect(served.stderr).to.not.match(/^\s+at /mu);
      expect(existsSync(join(root, 'data'))).to.equal(false);
    });
  }
});

describe('check', () => {
  const fresh = temporaryFolders();

  it('finds no fault in the checkout', async () => {
    const { code, stdout, stderr } = await runGuide(['check']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^No faults: \d{2,} provisions, \d+ tree\(s\), \d{2,} terms\.\n$/u);
  });

  it('names every file that is missing where there is no content at all', async () => {
    const { code, stderr } = await runGuide(['check', '--root', join(fresh(), 'nowhere')]);
    expect(code).to.equal(1);
    for (const file of ['sources', 'regimes', 'glossary']) expect(stderr).to.include(`knowledge/${file}.yaml:0 `);
    expect(stderr).to.not.match(/^\s+at /mu);
  });
});

describe('serve', () => {
  const fresh = temporaryFolders();

  it('starts on a faultless copy, says where, and stops when it is told to', async () => {
    const root = fresh();
    copyContent(root);
    const served = await runGuide(['serve', '--root', root], {
      env: { PORT: '0', DATA_DIR: join(root, 'data'), LOG_LEVEL: 'silent' },
      onFirstWord: (child) => child.kill('SIGTERM'),
    });
    expect(served.stdout).to.match(/http:\/\/localhost:\d+\n$/u);
    expect(served).to.include({ code: 0, stderr: '' });
  });

  it('refuses settings that do not fit together, before it reads or writes anything', async () => {
    const dataDir = join(fresh(), 'data');
    const served = await runGuide(['serve'], { env: { PORT: '0', DATA_DIR: dataDir, HOST: '0.0.0.0' } });
    expect(served).to.include({ code: 1, stdout: '' });
    expect(served.stderr).to.include('GUIDE_BAD_CONFIG').and.to.include('cure:');
    expect(existsSync(dataDir)).to.equal(false);
  });
});
