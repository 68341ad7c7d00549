import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkTogether, checkTree } from '../../src/trees/check.ts';
import type { Menu } from '../../src/trees/index.ts';
import { dialogs, knowledge } from '../helpers/content.ts';
import { readSmall, type RawTree } from './small.ts';

type Spoil = (tree: RawTree) => void;
const file = 'dialogs/trees/lille-trae.yaml';
const next = ({ nodes }: RawTree, id: string): Record<string, string> => nodes[id]!.next as Record<string, string>;
const option = ({ nodes }: RawTree, id: string, index: number) => nodes[id]!.options![index]!;
const end = { outcome: 'Slut', conclusion: 'Igen.', citations: [{ source: 'aeldreloven-lov-1651-2024', at: '§ 10' }] };

/** One fault each: what is done to the small tree, where it is to be reported, and a word that the report holds. */
const faults: readonly (readonly [string, Spoil, readonly PropertyKey[], string])[] = [
  ['a start that is no node', (tree) => (tree.start = 'nede'), ['start'], 'nede'],
  ['a start with a name of JavaScript’s own', (tree) => (tree.start = 'constructor'), ['start'], 'constructor'],
  [
    'a dead end behind an option',
    (tree) => (option(tree, 'need', 1).next = 'nede'),
    ['nodes', 'need', 'options', 1, 'next'],
    'dead end',
  ],
  [
    'a dead end behind a decision',
    (tree) => (next(tree, 'asks').no = 'nede'),
    ['nodes', 'asks', 'next', 'no'],
    'dead end',
  ],
  ['a dead end behind a date', (tree) => (tree.nodes.since!.next = 'toString'), ['nodes', 'since', 'next'], 'dead end'],
  [
    'a circle',
    (tree) => (tree.nodes.since!.next = 'need'),
    ['nodes', 'since', 'next'],
    'need → asks → housing → since → need',
  ],
  [
    'a node that leads to itself',
    (tree) => (option(tree, 'housing', 0).next = 'housing'),
    ['nodes', 'housing', 'options', 0, 'next'],
    'housing → housing',
  ],
  ['a node that nothing reaches', (tree) => (tree.nodes.lonely = end), ['nodes', 'lonely'], 'lonely'],
  [
    'a rule that does not exist',
    (tree) => (tree.nodes.asks!.decide = 'asks-shoe-size'),
    ['nodes', 'asks', 'decide'],
    'asks-shoe-size',
  ],
  [
    'a rule with a name of JavaScript’s own',
    (tree) => (tree.nodes.asks!.decide = 'toString'),
    ['nodes', 'asks', 'decide'],
    'toString',
  ],
  [
    'a result that leads nowhere',
    (tree) => Reflect.deleteProperty(next(tree, 'asks'), 'no'),
    ['nodes', 'asks', 'next'],
    '"no"',
  ],
  [
    'a result that the rule never returns',
    (tree) => (next(tree, 'asks').maybe = 'end'),
    ['nodes', 'asks', 'next', 'maybe'],
    'maybe',
  ],
  ['a hint that nothing computes', (tree) => (tree.nodes.need!.hint = 'valueOf'), ['nodes', 'need', 'hint'], 'valueOf'],
  [
    'a reason with an unknown provision',
    (tree) => (tree.nodes.need!.why = { text: 'Derfor.', provision: 'ael-99' }),
    ['nodes', 'need', 'why', 'provision'],
    'ael-99',
  ],
  [
    'a setting with an unknown provision',
    (tree) => (tree.settings.date!.why = { text: 'Derfor.', provision: 'ael-99' }),
    ['settings', 'date', 'why', 'provision'],
    'ael-99',
  ],
  [
    'a question without “Ved ikke”',
    (tree) => (option(tree, 'need', 2).id = 'unsure'),
    ['nodes', 'need', 'options'],
    'unknown',
  ],
  [
    'an option id that comes twice',
    (tree) => (option(tree, 'need', 1).id = 'meals'),
    ['nodes', 'need', 'options', 1],
    'meals',
  ],
  [
    'a label that comes twice',
    (tree) => (option(tree, 'need', 1).label = 'mad'),
    ['nodes', 'need', 'options', 1],
    'mad',
  ],
  [
    'a synonym that is another label',
    (tree) => (option(tree, 'need', 1).synonyms = ['Madservice!']),
    ['nodes', 'need', 'options', 1],
    'madservice',
  ],
  [
    'a synonym that is another in other letters',
    (tree) => (option(tree, 'need', 0).synonyms = ['GENOPTRAENE']),
    ['nodes', 'need', 'options', 1],
    'genoptraene',
  ],
  [
    'a synonym that is another’s number',
    (tree) => (option(tree, 'need', 1).synonyms = ['1']),
    ['nodes', 'need', 'options', 1],
    '"1"',
  ],
  [
    'an outcome with an unknown source',
    (tree) => (tree.nodes.end!.citations = [...end.citations, { source: 'avisen', at: 's. 1' }]),
    ['nodes', 'end', 'citations', 1, 'source'],
    'avisen',
  ],
  [
    'a setting that is a node too',
    (tree) => (tree.settings.need = { ...tree.settings.date }),
    ['settings', 'need'],
    'need',
  ],
];

describe('checkTree', () => {
  it('finds nothing wrong with the real trees or the small one', () => {
    for (const tree of [...dialogs.trees.values(), readSmall()])
      expect(checkTree(file, tree, knowledge)).to.deep.equal([]);
  });

  for (const [name, spoil, path, word] of faults)
    it(`reports ${name} once, in its place, with a cure`, () => {
      const found = checkTree(
        file,
        readSmall((tree) => spoil(tree)),
        knowledge,
      );
      expect(found.map((fault) => fault.path)).to.deep.equal([path]);
      expect(found[0]?.file).to.equal(file);
      expect(found[0]?.what).to.include(word);
      for (const sentence of [found[0]?.what, found[0]?.why, found[0]?.cure]) expect(sentence).to.match(/\S\.$/u);
    });

  it('reports several faults at once', () => {
    const some = faults.filter(([name]) => /^a (dead end behind a decision|node that nothing|hint|label)/u.test(name));
    const found = checkTree(
      file,
      readSmall((tree) => {
        for (const [, spoil] of some) spoil(tree);
      }),
      knowledge,
    );
    expect(some.length).to.equal(4);
    expect(found.map(({ path }) => path)).to.have.deep.members(some.map(([, , path]) => path));
  });

  it('takes the same word twice on one option for no fault', () => {
    const tree = readSmall((raw) => {
      option(raw, 'need', 0).synonyms = ['Mad', 'meals', 'MADSERVICE', 'madservice'];
    });
    expect(checkTree(file, tree, knowledge)).to.deep.equal([]);
  });
});

describe('checkTogether', () => {
  const menu: Menu = { ...dialogs.menu, menu: [{ tree: 'lille-trae', label: 'Prøve', description: 'Til prøve.' }] };
  const other = 'dialogs/trees/andet-trae.yaml';
  const together = (spoil: Spoil, spoiledMenu = menu, second?: Spoil) => {
    const trees = new Map([[file, readSmall((tree) => spoil(tree))]]);
    if (second)
      trees.set(
        other,
        readSmall((tree) => second(Object.assign(tree, { id: 'andet-trae', title: 'Et andet', triggers: ['andet'] }))),
      );
    return checkTogether(trees, spoiledMenu).map((fault) => [fault.file, ...fault.path].join(' '));
  };
  const well: Spoil = () => undefined;

  it('finds nothing wrong with the real menu or the small tree', () => {
    const real = new Map([...dialogs.trees].map(([id, tree]) => [`dialogs/trees/${id}.yaml`, tree]));
    expect(checkTogether(real, dialogs.menu)).to.deep.equal([]);
    expect(together(well)).to.deep.equal([]);
    expect(together(well, menu, well)).to.deep.equal([]);
  });

  it('reports a menu entry that leads to no tree', () => {
    const spoiled = { ...menu, menu: [...menu.menu, { tree: 'nede', label: 'Nede', description: 'Intet.' }] };
    expect(together(well, spoiled)).to.deep.equal(['dialogs/menu.yaml menu 1 tree']);
  });

  it('reports a next step that leads to no tree', () => {
    expect(together((tree) => (tree.nodes.end!.then = ['lille-trae', 'nede']))).to.deep.equal([
      `${file} nodes end then 1`,
    ]);
  });

  it('reports a word that is two commands', () => {
    const spoiled = { ...menu, commands: { ...menu.commands, back: [...menu.commands.back, 'HJAELP'] } };
    expect(together(well, spoiled)).to.deep.equal([
      `dialogs/menu.yaml commands back ${String(menu.commands.back.length)}`,
    ]);
  });

  it('reports an option that is a command, however it is spelt', () => {
    for (const word of ['hjælp', 'Hjaelp!', 'gaa tilbage', '?'])
      expect(
        together((tree) => (option(tree, 'need', 1).synonyms = [word])),
        word,
      ).to.deep.equal([`${file} nodes need options 1`]);
  });

  it('lets “ja” and “nej” be options', () => {
    expect(together((tree) => (option(tree, 'need', 1).synonyms = ['ja', 'nej tak']))).to.deep.equal([]);
  });

  it('reports a trigger that is a command, and one that starts another tree', () => {
    expect(together((tree) => tree.triggers.push('forfra'))).to.deep.equal([`${file} triggers 2`]);
    expect(together(well, menu, (tree) => tree.triggers.push('Lille trae'))).to.deep.equal([`${other} triggers 1`]);
    expect(together(well, menu, (tree) => (tree.title = 'Prøve'))).to.deep.equal([`${other} title`]);
  });
});
