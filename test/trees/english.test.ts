import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { DataError } from '../../src/errors.ts';
import { matchCommand, matchOption, matchTree, normalise } from '../../src/language/index.ts';
import { isQuestion, loadDialogs, type DecisionTree, type TreeNode } from '../../src/trees/index.ts';
import { dialogs, knowledge, sampled, someBoundaryDay } from '../helpers/content.ts';
import { copyContent, copySpoilt, type Spoil } from '../helpers/spoil.ts';
import { rejection, temporaryFolders } from '../storage/support.ts';
import { somePicks, walkBy } from './walk.ts';

const file = 'dialogs/en/trees/hvilken-paragraf.yaml';
const spoils: readonly Spoil[] = [
  {
    name: 'a node that has no English text',
    file,
    find: /(nodes:\n[^]*?) {2}housing:\n[^]*?(?= {2}not-covered:)/u,
    put: '¶$1',
    says: '"housing"',
  },
  {
    name: 'a node that the tree does not have',
    file,
    find: / {2}not-covered:/u,
    put: '  ¶nowhere:\n    outcome: A\n    conclusion: B\n  not-covered:',
    says: '"nowhere"',
  },
  {
    name: 'an option that has no English text',
    file,
    find: /( {4}options:\n {6}own-home:[^]*?) {6}care-home: .*\n/u,
    put: '¶$1',
    says: '"care-home"',
  },
  {
    name: 'an option that the tree does not have',
    file,
    find: / {6}care-home:/u,
    put: '      ¶tent: { label: In a tent }\n      care-home:',
    says: '"tent"',
  },
  {
    name: 'a help that is missing',
    file,
    find: / {2}(needChanged:\n.*\n) {4}help: .*\n/u,
    put: '  ¶$1',
    says: '"help"',
  },
  {
    name: 'a help that the Danish question does not have',
    file,
    find: /( {2}housing:\n.*\n)/u,
    put: '$1    ¶help: Think.\n',
    says: '"help"',
  },
  {
    name: 'an outcome where the tree has a question',
    file,
    find: / {2}(housing:\n)[^]*?(?= {2}not-covered:)/u,
    put: '  ¶$1    outcome: A\n    conclusion: B\n',
    says: 'a question',
  },
  {
    name: 'a setting that has no English text',
    file: 'dialogs/en/trees/klage.yaml',
    find: /(id: klage\n[^]*?)settings:\n(?: {2}.*\n)+/u,
    put: '¶$1',
    says: '"date"',
  },
  {
    name: 'a form that has no English title',
    file: 'dialogs/en/trees/tjekliste.yaml',
    find: /(id: tjekliste\n[^]*?)forms:\n.*\n/u,
    put: '¶$1',
    says: '"points"',
  },
  {
    name: 'a reason that is longer than a card has room for',
    file,
    find: /why: (Here the home .*)/u,
    put: `¶why: ${'Here the home decides. '.repeat(10)}`,
    says: '200',
  },
  {
    name: 'a word that means another option in Danish',
    file,
    find: /(own-home: )(\{ label: At home, synonyms: \[)/u,
    put: '$1¶$2plejehjem, ',
    says: '"care-home"',
  },
  {
    name: 'a word that is a command in Danish',
    file,
    find: /(own-home: )(\{ label: At home, synonyms: \[)/u,
    put: '$1¶$2tilbage, ',
    says: 'command "back"',
  },
  {
    name: 'a command that is another in Danish',
    file: 'dialogs/en/menu.yaml',
    find: / resume: \[/u,
    put: ' resume: [¶forfra, ',
    says: 'command "restart"',
  },
  {
    name: 'words that start another topic in Danish',
    file: 'dialogs/en/trees/klage.yaml',
    find: /triggers: \[/u,
    put: 'triggers: [¶tjekliste, ',
    says: 'topic "tjekliste"',
  },
  {
    name: 'a topic that the English menu leaves out',
    file: 'dialogs/en/menu.yaml',
    find: /menu:\n([^]*?) {2}klage:\n(?: {4}.*\n)+/u,
    put: '¶menu:\n$1',
    says: '"klage"',
  },
  {
    name: 'texts under an id that no tree has',
    file: 'dialogs/en/trees/klage.yaml',
    find: /\nid: klage/u,
    put: '\nid: ¶klager',
    says: '"klager"',
  },
];

/** A tree without what is said in it: only where it leads and what that stands on. */
const skeleton = (tree: DecisionTree): unknown => {
  const bones = (node: TreeNode): unknown => {
    if ('decide' in node) return node;
    if ('outcome' in node) return { ...node, outcome: '', conclusion: '' };
    const asked = { ...node, question: '', help: node.help === undefined, why: node.why.provision };
    if (!('options' in asked)) return asked;
    return { ...asked, options: asked.options.map(({ id, next, help }) => ({ id, next, help: help === undefined })) };
  };
  const { settings, forms, nodes, ...rest } = tree;
  const over = <T>(entries: Readonly<Record<string, T>>, change: (entry: T) => unknown): unknown =>
    Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry)]));
  return {
    ...{ ...rest, title: '', description: '', triggers: [] },
    settings: over(settings, ({ input, help, why }) => ({ input, help: help === undefined, why: why.provision })),
    forms: over(forms, ({ questions }) => questions),
    nodes: over(nodes, bones),
  };
};

describe('the English texts of the dialogs, when something is wrong with them', () => {
  const fresh = temporaryFolders();
  const faultsIn = async (root: string) => {
    const error = await rejection(loadDialogs(root, knowledge));
    if (!(error instanceof DataError)) throw error;
    return error.faults;
  };

  for (const spoil of spoils)
    it(`reports ${spoil.name}, with file, line, reason and cure`, async () => {
      const root = fresh();
      const line = copySpoilt(root, spoil);
      const faults = await faultsIn(root);
      const [fault] = faults.filter((one) => one.file === spoil.file);
      expect(fault?.what).to.include(spoil.says);
      expect(fault?.line).to.equal(line);
      expect([fault?.why, fault?.cure]).to.not.include('');
    });

  it('reports texts that are gone, at the tree that lacks them', async () => {
    const root = fresh();
    copyContent(root);
    renameSync(join(root, 'dialogs/en/trees/klage.yaml'), join(root, 'gone.yaml'));
    expect(existsSync(join(root, 'dialogs/trees/klage.yaml'))).to.equal(true);
    const [fault, ...rest] = await faultsIn(root);
    expect(rest).to.deep.equal([]);
    expect(fault).to.include({ file: 'dialogs/trees/klage.yaml' });
    expect(fault?.cure).to.include('dialogs/en/trees/klage.yaml');
  });
});

describe('the menu in English', () => {
  it('offers the same topics in the same order', () => {
    const trees = ({ menu }: typeof dialogs.menu): string[] => menu.map(({ tree }) => tree);
    expect(trees(dialogs.menuEnglish)).to.deep.equal(trees(dialogs.menu));
    for (const [at, { label, description }] of dialogs.menuEnglish.menu.entries())
      expect([label, description]).to.not.include.members([dialogs.menu.menu[at]?.label]);
  });

  it('understands the command words of both languages in both', () => {
    for (const words of [...Object.values(dialogs.menu.commands), ...Object.values(dialogs.menuEnglish.commands)])
      for (const word of words)
        expect(matchCommand(dialogs.menuEnglish, word), word).to.equal(matchCommand(dialogs.menu, word));
    expect(matchCommand(dialogs.menu, 'start over')).to.equal('restart');
    expect(matchCommand(dialogs.menuEnglish, 'forfra')).to.equal('restart');
  });
});

for (const danish of dialogs.trees.values()) {
  const english = dialogs.treesEnglish.get(danish.id)!;

  describe(`${danish.id} in English`, () => {
    it('has the same questions, options, arrows, sources and duties', () => {
      expect(skeleton(english)).to.deep.equal(skeleton(danish));
    });

    it('says nothing in Danish but the names that the knowledge gives', () => {
      const texts = (tree: DecisionTree): string[] => [
        ...[tree.title, tree.description],
        ...Object.values(tree.settings).flatMap(({ question, help = '', why }) => [question, help, why.text]),
        ...Object.values(tree.forms).map(({ title }) => title),
        ...Object.values(tree.nodes).flatMap((node) => {
          if ('decide' in node) return [];
          if ('outcome' in node) return [node.outcome, node.conclusion];
          return [node.question, node.help ?? '', node.why.text];
        }),
      ];
      const same = texts(english).filter((text) => text !== '' && texts(danish).includes(text));
      expect(same).to.deep.equal([]);
    });

    it('leads the same walks to the same ends', () => {
      for (const [date, picks] of fc.sample(fc.tuple(someBoundaryDay, somePicks), sampled(150))) {
        const [one, other] = [walkBy(date, picks, danish), walkBy(date, picks, english)];
        expect(other.answers).to.deep.equal(one.answers);
        expect([other.end.id, other.end.path]).to.deep.equal([one.end.id, one.end.path]);
        expect(other.steps.map(({ left }) => left)).to.deep.equal(one.steps.map(({ left }) => left));
      }
    });

    it('understands labels, synonyms and numbers of both languages, as the Danish tree does', () => {
      let said = 0;
      for (const [id, node] of Object.entries(danish.nodes)) {
        const other = english.nodes[id]!;
        if (!isQuestion(node) || !isQuestion(other) || !('options' in node) || !('options' in other)) continue;
        for (const question of [node, other])
          for (const [at, option] of question.options.entries())
            for (const word of [String(at + 1), option.label, ...option.synonyms]) {
              expect(matchOption(node, word), `${id}: ${word}`).to.equal(option.id);
              expect(matchOption(other, word), `${id}: ${word}`).to.equal(option.id);
              said++;
            }
      }
      expect(said).to.be.above(20);
    });

    it('is started by the words of both languages', () => {
      for (const tree of [danish, english])
        for (const word of [tree.title, ...tree.triggers]) {
          expect(matchTree(dialogs.trees.values(), word), word).to.equal(danish.id);
          expect(matchTree(dialogs.treesEnglish.values(), word), word).to.equal(danish.id);
        }
    });

    it('calls not knowing by the words of the phrases', () => {
      const [node] = Object.values(english.nodes).filter((one) => isQuestion(one) && 'options' in one);
      const unknown = node && 'options' in node ? node.options.find(({ id }) => id === 'unknown') : undefined;
      expect(normalise(unknown?.label ?? '')).to.equal(normalise(dialogs.phrasesEnglish['answer.unknown'] ?? ''));
    });
  });
}
