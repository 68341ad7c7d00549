import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { before, describe, it } from 'mocha';
import { differenceOf } from '../../src/cli/ledger.ts';
import { fewAtATime, runGuide, type Finished } from '../cli/support.ts';
import { dialogs } from '../helpers/content.ts';
import { copyContent } from '../helpers/spoil.ts';
import { copySpoiltTree, lateChange, otherWords, treeSpoils, type TreeSpoil } from '../helpers/spoilTrees.ts';
import { temporaryFolders } from '../storage/support.ts';

const ids = [...dialogs.trees.keys()];

/** What a report says about one tree: its heading, and the lines that are gone and that have come. */
const reportOn = (id: string, { stderr }: Finished): { heading: string; gone: string; come: string } => {
  const lines = stderr.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${id} differs from `));
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !/^ {2}[-+] /u.test(line));
  const own = rest.slice(0, end < 0 ? undefined : end);
  const marked = (mark: string): string => own.filter((line) => line.startsWith(`  ${mark} `)).join('\n');
  return { heading: at < 0 ? '' : (lines[at] ?? ''), gone: marked('-'), come: marked('+') };
};

const expectFound = ({ tree, gone, come }: TreeSpoil, walked: Finished): void => {
  expect(walked.code, walked.stderr).to.equal(1);
  const { heading, ...lines } = reportOn(tree, walked);
  const said = new RegExp(`^${tree} differs from test/ledger/${tree}\\.txt in [1-9]\\d* line\\(s\\):$`, 'u');
  expect(heading, walked.stderr).to.match(said);
  expect(lines.gone, walked.stderr).to.match(gone);
  expect(lines.come, walked.stderr).to.match(come);
  expect(walked.stderr)
    .to.include('walk --update')
    .and.to.not.match(/^\s+at /mu);
};

describe('walk of a spoilt copy', function () {
  this.timeout(600_000);
  const fresh = temporaryFolders();
  const walked = new Map<string, Finished>();

  before('walks each copy', async () => {
    const copies = [...treeSpoils, ...otherWords].map((spoil) => {
      const root = fresh();
      copySpoiltTree(root, spoil);
      return { spoil, root };
    });
    await fewAtATime(copies, async ({ spoil, root }) => {
      walked.set(spoil.name, await runGuide(['walk', '--root', root, '--tree', spoil.tree]));
    });
  });

  for (const spoil of treeSpoils)
    it(`finds ${spoil.name}, and shows the lines that differ`, () => {
      expectFound(spoil, walked.get(spoil.name)!);
    });

  for (const { name } of otherWords)
    it(`is silent about ${name}`, () => {
      expect(walked.get(name)).to.include({ code: 0, stderr: '' });
    });

  it('finds a change of the law that is a day late, in every tree', async () => {
    const root = fresh();
    copySpoiltTree(root, lateChange);
    const late = await runGuide(['walk', '--root', root]);
    expectFound(lateChange, late);
    for (const id of ids) expect(reportOn(id, late).come, id).to.include('2027-01-02');
  });

  it('finds that a tree is gone, is silent about all others, and says how long it took', async () => {
    const root = fresh();
    copyContent(root);
    for (const file of ['dialogs/trees/klage.yaml', 'dialogs/en/trees/klage.yaml']) rmSync(join(root, file));
    const articles = join(root, 'knowledge/articles');
    for (const file of readdirSync(articles)) {
      const text = readFileSync(join(articles, file), 'utf8');
      writeFileSync(join(articles, file), text.replace(/^ {4}tree: klage\n/gmu, ''));
    }
    for (const [file, item] of [
      ['dialogs/menu.yaml', / {2}- tree: klage\n(?: {4}.*\n)+/u],
      ['dialogs/en/menu.yaml', / {2}klage:\n(?: {4}.*\n)+/u],
    ] as const) {
      const menu = join(root, file);
      writeFileSync(menu, readFileSync(menu, 'utf8').replace(item, ''));
    }
    const { code, stderr, stdout } = await runGuide(['walk', '--root', root]);
    expect(code, stderr).to.equal(1);
    expect(stderr.split('\n').filter((line) => /differs|ledger,/u.test(line))).to.deep.equal([
      'klage has a ledger, test/ledger/klage.txt, and is no tree.',
    ]);
    expect(stdout).to.not.include('klage');
    expect(Number(/^walked in (\d+\.\d) s$/mu.exec(stdout)?.[1])).to.be.above(0.1);
  });

  it('does nothing for a tree that there is not, and says which there are', async () => {
    const { code, stdout, stderr } = await runGuide(['walk', '--tree', 'nowhere']);
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    for (const id of ids) expect(stderr).to.include(id);
  });

  it('names the file and line of content that cannot be walked, as check does', async () => {
    const root = fresh();
    copyContent(root);
    const file = join(root, 'dialogs/trees/klage.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('next: conduct', 'next: nowhere'));
    const { code, stderr } = await runGuide(['walk', '--root', root]);
    expect(code).to.equal(1);
    expect(stderr).to.match(/dialogs\/trees\/klage\.yaml:\d+ /u);
  });
});

describe('differenceOf', () => {
  const before = ['on 2027-01-01', '  aaaaaaa a: yes → bbbbbbb, no → ccccccc', '  bbbbbbb = one', '  ccccccc = other'];

  it('tells the line that differs by itself, and only counts those that lead to it', () => {
    const after = [
      'on 2027-01-01',
      '  fffffff a: yes → ddddddd, no → ccccccc',
      '  ddddddd = third',
      '  ccccccc = other',
    ];
    expect(differenceOf(before, after)).to.deep.equal({
      count: 4,
      causes: ['-   bbbbbbb = one', '+   ddddddd = third'],
    });
  });

  it('tells a changed arrow between places that both ledgers have', () => {
    const after = ['on 2027-01-01', '  fffffff a: yes → ccccccc, no → bbbbbbb', '  bbbbbbb = one', '  ccccccc = other'];
    expect(differenceOf(before, after).causes).to.deep.equal([
      '-   aaaaaaa a: yes → bbbbbbb, no → ccccccc',
      '+   fffffff a: yes → ccccccc, no → bbbbbbb',
    ]);
  });

  it('counts a line that stands twice as two, and finds none in what is the same', () => {
    expect(differenceOf([...before, ...before], before).count).to.equal(before.length);
    expect(differenceOf(before, [...before])).to.deep.equal({ count: 0, causes: [] });
  });
});
