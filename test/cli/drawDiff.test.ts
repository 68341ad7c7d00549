import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { changedPaths } from '../../src/cli/draw/changedPaths.ts';
import { differenceBetween } from '../../src/cli/draw/diff.ts';
import { treesAtRevision, treesInFolder } from '../../src/cli/draw/revision.ts';
import { InputError } from '../../src/errors.ts';
import { projectRoot } from '../helpers/content.ts';
import { temporaryFolders } from '../storage/support.ts';
import { runGuide } from './support.ts';
import { edgesIn, having, nodeIn, parseXml, textIn } from './svg.ts';

describe('draw --diff', () => {
  const fresh = temporaryFolders();
  const copy = (change: (text: string) => string): string => {
    const folder = fresh();
    for (const name of ['knowledge', 'dialogs'])
      cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
    const file = join(folder, 'dialogs/trees/klage.yaml');
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    writeFileSync(file, changed);
    return folder;
  };

  it('finds nothing between a tree and itself', () => {
    for (const [id, tree] of treesInFolder(projectRoot))
      expect(differenceBetween(id, tree, structuredClone(tree))).to.equal(undefined);
  });

  it('tells nodes that are new, gone and changed, and the answer that leads elsewhere', async () => {
    const folder = copy((text) =>
      text
        .replace(/(id: rights[^]*?next: )health/u, '$1rights-end')
        .replace('Hvad vil borgeren klage over?', 'Hvad er klagen?')
        .replace(/\n {2}conduct:\n/u, '\n  rights-end:\n')
        .replace(/(id: conduct[^]*?next: )conduct/u, '$1health'),
    );
    const { code, stdout, stderr } = await runGuide(['draw', 'klage', '--root', folder, '--diff', projectRoot]);
    expect(code, stderr).to.equal(0);
    for (const line of [
      '  + rights-end · Udfald: Tal med lederen først',
      '  - conduct · Udfald: Tal med lederen først',
      '  ~ about · Spørgsmål: Hvad er klagen?',
      '      question: Hvad vil borgeren klage over? → Hvad er klagen?',
      '    from about by rights: before health, now rights-end',
      '    from about by conduct: before conduct, now health',
      '      outcomes before: conduct',
    ])
      expect(stdout.split('\n')).to.include(line);
    expect(stdout).not.to.contain('from about by treatment');
  });

  it('does not compare the paths of a copy that has faults, and says so', async () => {
    const folder = copy((text) => text.replace('id: treatment', 'id: therapy'));
    const { code, stdout, stderr } = await runGuide(['draw', 'klage', '--root', folder, '--diff', 'HEAD']);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.contain('from about by therapy');
    expect(stdout).to.contain('The paths are not compared');
  });

  it('holds a copy against a git revision, and marks the drawing', async () => {
    const folder = copy((text) => text.replace(/(id: treatment[^]*?next: )health/u, '$1waiting'));
    const out = fresh();
    const args = ['draw', 'klage', '--root', folder, '--diff', 'HEAD', '--date', '2026-11-22', '--out', out];
    const { code, stdout, stderr } = await runGuide(args);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.contain('from about by treatment: before health, now waiting');
    expect(readdirSync(out).sort()).to.deep.equal(['klage.paths.txt', 'klage.svg', 'klage.txt']);
    const paths = readFileSync(join(out, 'klage.paths.txt'), 'utf8');
    expect(stdout).to.contain(paths);
    expect(paths.match(/ {4}about=/gu)).to.have.lengthOf(1);
    expect(paths).to.contain('1 path(s) whose outcome changed');
    expect(paths).to.contain(
      '    about=treatment\n      before: health · complaint-health\n      now: waiting · complaint-waiting\n',
    );
    const svg = parseXml(readFileSync(join(out, 'klage.svg'), 'utf8'));
    expect(nodeIn(svg, 'about').attributes['data-change']).to.equal('ændret');
    expect(textIn(nodeIn(svg, 'about'))).to.contain('Spørgsmål, ændret');
    expect(having(svg, 'data-change')).to.have.lengthOf(1);
    expect(edgesIn(svg)).to.include(JSON.stringify(['about', 'treatment', 'waiting']));
  });

  it('tells an answer that is new, one that is gone, a new tree and a new start', () => {
    const tree = treesInFolder(projectRoot).get('klage')!;
    const about = tree.nodes.about!;
    if (!('options' in about)) throw new Error('about has options');
    const [first, ...rest] = about.options;
    const after = {
      ...tree,
      nodes: { ...tree.nodes, about: { ...about, options: [...rest, { ...first!, id: 'newer' }] } },
    };
    expect(
      differenceBetween('klage', tree, after)!.arrows.map(({ by, before, after: now }) => [by, before, now]),
    ).to.deep.equal([
      ['refusal', 'received', undefined],
      ['newer', undefined, 'received'],
    ]);
    expect(differenceBetween('klage', undefined, tree)!.added).to.deep.equal(Object.keys(tree.nodes));
    expect(differenceBetween('klage', tree, undefined)!.removed).to.deep.equal(Object.keys(tree.nodes));
    expect(differenceBetween('klage', tree, { ...tree, start: 'received' })!.start?.after).to.equal('received');
  });

  it('lists a path that changed by knowledge alone, where no node and no arrow differs', async () => {
    const folder = copy((text) => text);
    const file = join(folder, 'knowledge/deadlines.yaml');
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(/(step: complaint[^]*?length: )4(, unit: weeks)/u, '$15$2');
    expect(changed).not.to.equal(text);
    writeFileSync(file, changed);
    const { code, stdout, stderr } = await runGuide(['draw', 'klage', '--root', folder, '--diff', 'HEAD']);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.contain('No node and no arrow differs from HEAD.');
    expect(stdout).to.contain('6 path(s) whose outcome changed');
    expect(stdout).to.match(/about=refusal → received=2026-11-24\n +before: .*@2026-12-22.*\n +now: .*@2026-12-29/u);
  });

  it('tells each changed path once, with what it was and is, on the days that it changed on', () => {
    const ledger = (need: string, ends: string): string =>
      `on 2025-06-30\n  1 = a\n\non 2025-07-01, 2027-01-01\n  1 need: ${need}\n  2 plan: yes|no → 3, unknown → 4\n  3 = ${ends}\n  4 = b\n  5 = c\n`;
    const told = (before: string, after: string): unknown =>
      changedPaths(before, after).map(({ days, count, paths }) => [days.length, count, [...paths()]]);
    const before = ledger('help|meals → 2, stay → 5', 'a');
    expect(told(before, before)).to.deep.equal([]);
    expect(told(before, ledger('help|meals → 2, stay → 5', 'd'))).to.deep.equal([
      [2, 4, [{ way: ['need=help|meals', 'plan=yes|no'], before: 'a', after: 'd' }]],
    ]);
    expect(told(before, ledger('help → 2, meals|nursing → 5, stay → 5', 'a'))).to.deep.equal([
      [
        2,
        4,
        [
          { way: ['need=meals'], before: 'a | b', after: 'c' },
          { way: ['need=nursing'], before: '(nothing)', after: 'c' },
        ],
      ],
    ]);
  });

  it('refuses what is no revision, no tree and no day', async () => {
    for (const none of ['no-such-revision', '--help', 'HEAD:dialogs'])
      expect(() => treesAtRevision(projectRoot, none)).to.throw(InputError);
    expect((await runGuide(['draw', 'nothing'])).code).to.equal(2);
    expect((await runGuide(['draw', '--date', '2026-02-30'])).code).to.equal(2);
  });
});
