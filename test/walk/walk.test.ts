import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectRoot } from '../helpers/content.ts';
import { temporaryFolder } from '../helpers/guideProcess.ts';

const timeout = 120_000;

const walk = (...args: readonly string[]) => {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', 'walk', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout,
  });
  return { status, stdout, stderr, seconds: (performance.now() - began) / 1000 };
};

/** A fault that every check of a single tree lets pass, because the tree is still whole. */
interface Seed {
  readonly fault: string;
  readonly file: string;
  readonly find: RegExp | string;
  readonly put: string;
  readonly tree: string;
}

const tree = (name: string): string => `dialogs/trees/${name}.yaml`;
const seeds: readonly Seed[] = [
  {
    fault: 'an option that leads elsewhere',
    file: tree('kontakt-kommunen'),
    find: /(id: better\b[^]*?next: )workplace/u,
    put: '$1acute',
    tree: 'kontakt-kommunen',
  },
  {
    fault: 'two results of a rule changed round',
    file: tree('kontakt-kommunen'),
    find: /must: must([^]*?)should: should/u,
    put: 'must: should$1should: must',
    tree: 'kontakt-kommunen',
  },
  {
    fault: 'a rule whose results are changed round',
    file: tree('hvilken-paragraf'),
    find: /(decide: asks-personal-assistance\n\s+next: \{ yes: )personalAssistance, no: asks-earlier-decision/u,
    put: '$1asks-earlier-decision, no: personalAssistance',
    tree: 'hvilken-paragraf',
  },
  {
    fault: 'an outcome in the place of another',
    file: tree('hvilken-paragraf'),
    find: /kept-decision: kept-decision\n(\s+)kept-without-end: kept-without-end/u,
    put: 'kept-decision: kept-without-end\n$1kept-without-end: kept-decision',
    tree: 'hvilken-paragraf',
  },
  {
    fault: 'a part that an outcome no longer shows',
    file: tree('naeste-skridt'),
    find: '      - deadlines\n',
    put: '',
    tree: 'naeste-skridt',
  },
  {
    fault: 'an answer that leads to another outcome',
    file: tree('klage'),
    find: /(id: treatment\b[^]*?next: )health/u,
    put: '$1waiting',
    tree: 'klage',
  },
  {
    fault: 'a need that leads to another paragraph',
    file: 'knowledge/regimes.yaml',
    find: 'relief: [{ provision: ael-16 }]',
    put: 'relief: [{ provision: ael-17 }]',
    tree: 'hvilken-paragraf',
  },
  {
    fault: 'a change of law a day late',
    file: 'knowledge/regimes.yaml',
    find: /(id: hospital-plan[^]*?)validFrom: 2027-01-01/u,
    put: '$1validFrom: 2027-01-02',
    tree: 'hvilken-paragraf',
  },
  {
    fault: 'a kept decision that is no longer kept',
    file: 'knowledge/regimes.yaml',
    find: '          sel-86-1: [{ provision: sel-86-1, with: [ael-46-2] }]\n',
    put: '',
    tree: 'hvilken-paragraf',
  },
  {
    fault: 'a local deadline of another length',
    file: 'knowledge/municipalities/vejen.yaml',
    find: /(event: visitation, length: )10/u,
    put: '$19',
    tree: 'naeste-skridt',
  },
];

describe('walk', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('finds every path as the committed ledger has it, and counts them', () => {
    const { status, stdout, stderr, seconds } = walk();
    expect(stderr).to.equal('');
    expect(status).to.equal(0);
    const total = Number(/^(\d+) paths on \d+ days$/mu.exec(stdout)?.[1]);
    const each = [...stdout.matchAll(/^[a-z-]+: (\d+) paths$/gmu)].map(([, count]) => Number(count));
    expect(each).to.have.length(6);
    expect(Math.min(...each)).to.be.above(0);
    expect(each.reduce((sum, count) => sum + count, 0)).to.equal(total);
    console.log(`    walked ${String(total)} paths in ${seconds.toFixed(1)} s`);
  });

  for (const [index, { fault, file, find, put, tree: named }] of seeds.entries())
    it(`notices ${fault}`, () => {
      const root = join(folder.path, String(index));
      for (const part of ['knowledge', 'dialogs'])
        cpSync(join(projectRoot, part), join(root, part), { recursive: true });
      const before = readFileSync(join(root, file), 'utf8');
      const spoilt = before.replace(find, put);
      expect(spoilt, 'the fault is in the copy').to.not.equal(before);
      writeFileSync(join(root, file), spoilt);
      const { status, stderr } = walk('--root', root, '--tree', named);
      expect(status, stderr).to.equal(1);
      expect(stderr).to.contain(`${named} differs`);
    });

  it('is silent about a change of words', () => {
    const root = join(folder.path, 'words');
    for (const part of ['knowledge', 'dialogs']) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
    const file = join(root, tree('klage'));
    writeFileSync(file, readFileSync(file, 'utf8').replace(/question: Hvad/u, 'question: Sig mig, hvad'));
    expect(walk('--root', root, '--tree', 'klage')).to.include({ status: 0, stderr: '' });
  });
});
