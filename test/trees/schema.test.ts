import { expect } from 'chai';
import { describe, it } from 'mocha';
import { menuFileSchema, treeSchema } from '../../src/trees/index.ts';
import { dialogs, tree } from '../helpers/content.ts';
import { smallTree, type RawTree } from './small.ts';

/** What the format refuses: what is done to the small tree, and where it is refused. */
const refused: readonly (readonly [string, (tree: RawTree) => unknown, string])[] = [
  ['an unknown key in the tree', (raw) => (raw.owner = 'mig'), ''],
  ['an unknown key in a question', (raw) => (raw.nodes.need!.if = 'age > 65'), 'nodes need'],
  ['an unknown key in an option', (raw) => (raw.nodes.need!.options![0]!.when = 'altid'), 'nodes need'],
  ['an unknown key in a decision', (raw) => (raw.nodes.asks!.else = 'end'), 'nodes asks'],
  ['an unknown key in an outcome', (raw) => (raw.nodes.end!.text = 'Hej'), 'nodes end'],
  ['a function in place of a node', (raw) => ((raw.nodes as Record<string, unknown>).end = () => 'end'), 'nodes end'],
  ['a function in place of a rule', (raw) => (raw.nodes.asks!.decide = () => 'yes'), 'nodes asks'],
  [
    'a function in place of a label',
    (raw) => (raw.nodes.need!.options![0]!.label = (() => 'Mad') as never),
    'nodes need',
  ],
  ['a question without options', (raw) => raw.nodes.need!.options!.splice(0), 'nodes need'],
  ['a question without a reason', (raw) => Reflect.deleteProperty(raw.nodes.need!, 'why'), 'nodes need'],
  [
    'a reason of 201 characters',
    (raw) => (raw.nodes.need!.why = { text: 'x'.repeat(201), provision: 'ael-10' }),
    'nodes need',
  ],
  ['a reason without a provision', (raw) => (raw.nodes.need!.why = { text: 'Derfor.' }), 'nodes need'],
  [
    'an option that leads to a list',
    (raw) => (raw.nodes.need!.options![0]!.next = ['end', 'asks'] as never),
    'nodes need',
  ],
  ['an outcome without a source', (raw) => (raw.nodes.end!.citations = []), 'nodes end'],
  ['an outcome without a conclusion', (raw) => Reflect.deleteProperty(raw.nodes.end!, 'conclusion'), 'nodes end'],
  ['a node of two kinds', (raw) => (raw.nodes.asks!.question = 'Hvad?'), 'nodes asks'],
  ['a setting with options', (raw) => (raw.settings.date!.options = []), 'settings date'],
  ['an id with a space', (raw) => (raw.nodes['two words'] = raw.nodes.end!), 'nodes two words'],
  ['an id in capitals', (raw) => (raw.id = 'Lille'), 'id'],
  ['no words to begin with', (raw) => raw.triggers.splice(0), 'triggers'],
];

describe('the format of trees', () => {
  it('accepts the small tree, and fills in only synonyms and settings', () => {
    const { settings: _, ...bare } = smallTree();
    expect(treeSchema.parse(smallTree()).nodes).to.have.all.keys('need', 'asks', 'housing', 'since', 'end');
    expect(Object.keys(treeSchema.parse(bare).settings)).to.deep.equal([]);
  });

  for (const [name, spoil, at] of refused)
    it(`refuses ${name}`, () => {
      const raw = smallTree();
      spoil(raw);
      const { error } = treeSchema.safeParse(raw);
      expect(error?.issues.map(({ path }) => path.join(' ').slice(0, at.length))).to.deep.equal([at]);
    });

  it('accepts a reason of 200 characters', () => {
    const raw = smallTree();
    raw.nodes.need!.why = { text: 'x'.repeat(200), provision: 'ael-10' };
    expect(treeSchema.safeParse(raw).success).to.equal(true);
  });

  it('finds no node or setting that no file names', () => {
    for (const id of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(tree.nodes[id], id).to.equal(undefined);
      expect(tree.settings[id], id).to.equal(undefined);
    }
  });

  it('asks for words for every command', () => {
    for (const command of Object.keys(dialogs.menu.commands)) {
      const commands = { ...dialogs.menu.commands, [command]: [] };
      expect(menuFileSchema.safeParse({ ...dialogs.menu, commands }).success, command).to.equal(false);
    }
  });
});
