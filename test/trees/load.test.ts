import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { DataError } from '../../src/errors.ts';
import { loadDialogs } from '../../src/trees/index.ts';
import { knowledge } from '../helpers/content.ts';
import { copyContent, copySpoilt, type Spoil } from '../helpers/spoil.ts';
import { rejection, temporaryFolders } from '../storage/support.ts';

const standards = 'dialogs/trees/kommunens-standard.yaml';
const spoils: readonly Spoil[] = [
  {
    name: 'a dead end behind options that the knowledge gives, once for them all',
    file: standards,
    find: /optionsFrom: \{ list: standards, next: standard-known \}/u,
    put: '¶optionsFrom: { list: standards, next: nowhere }',
    says: 'nowhere',
  },
  {
    name: 'a dead end behind an option that is written after them',
    file: standards,
    find: /- (\{ id: other, .*) next: standard-known/u,
    put: '- ¶$1 next: nowhere',
    says: 'nowhere',
  },
  {
    name: 'an option with the name of one that the knowledge gives',
    file: 'dialogs/trees/kontakt-kommunen.yaml',
    find: /- (\{ id: other, label: En anden kommune, synonyms: \[)/u,
    put: '- ¶$1VEJEN, ',
    says: 'vejen',
  },
  {
    name: 'an outcome without a source, as a fault of an outcome',
    file: 'dialogs/trees/hvilken-paragraf.yaml',
    find: /\n {2}(personal-assistance:\n.*\n.*\n) {4}citations: .*\n/u,
    put: '\n  ¶$1',
    says: '"citations" is missing',
  },
  {
    name: 'a decision without ways on, as a fault of a decision',
    file: 'dialogs/trees/hvilken-paragraf.yaml',
    find: /\n {2}(asks-housing:\n.*\n) {4}next: .*\n/u,
    put: '\n  ¶$1',
    says: '"next" is missing',
  },
  {
    name: 'an id that is not the name of the file',
    file: standards,
    find: /\nid: kommunens-standard/u,
    put: '\n¶id: kommunens-standarder',
    says: 'kommunens-standarder',
  },
];

describe('loadDialogs', () => {
  const fresh = temporaryFolders();
  const faultsIn = async (root: string) => {
    const error = await rejection(loadDialogs(root, knowledge));
    if (!(error instanceof DataError)) throw error;
    return error.faults;
  };

  for (const spoil of spoils)
    it(`reports ${spoil.name}`, async () => {
      const root = fresh();
      const line = copySpoilt(root, spoil);
      const here = (await faultsIn(root)).filter(({ file }) => file === spoil.file);
      expect(here.map((fault) => fault.line)).to.deep.equal([line]);
      expect(here[0]?.what).to.include(spoil.says);
    });

  it('reports a menu that offers a tree whose file is gone', async () => {
    const root = fresh();
    copyContent(root);
    renameSync(join(root, 'dialogs/trees/hvilken-paragraf.yaml'), join(root, 'gone.yaml'));
    expect((await faultsIn(root)).some(({ what }) => what.includes('"hvilken-paragraf"'))).to.equal(true);
  });

  it('gives what the real files hold', async () => {
    const root = fresh();
    copyContent(root);
    const { trees, menu, phrases } = await loadDialogs(root, knowledge);
    expect([...trees.keys()]).to.include.members(menu.menu.map(({ tree }) => tree));
    expect(Object.keys(phrases).length).to.be.above(50);
  });
});
