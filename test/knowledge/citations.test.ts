import { expect } from 'chai';
import { describe, it } from 'mocha';
import { dataFiles } from '../../src/knowledge/index.ts';
import { isOutcome } from '../../src/trees/index.ts';
import { dialogs, knowledge, projectRoot } from '../helpers/content.ts';
import { duties, factFiles, mappingsIn, provisions, regimes } from './support.ts';

interface RawCitation {
  readonly source?: unknown;
  readonly at?: unknown;
}
const resolves = ({ source, at }: RawCitation): boolean =>
  typeof source === 'string' && typeof at === 'string' && at.trim() !== '' && knowledge.source(source) !== undefined;
const files = [
  ...factFiles,
  'knowledge/glossary.yaml',
  'knowledge/deadlines.yaml',
  ...['knowledge/checklists', 'dialogs/trees'].flatMap((folder) => dataFiles(projectRoot, folder)),
];

describe('the knowledge', () => {
  it('loads with provisions, regimes, duties, terms and pension ages', () => {
    expect(knowledge.provisionIds).to.have.members(provisions.map(({ id }) => id));
    expect(provisions.length).to.be.above(50);
    expect(regimes.map(({ id }) => id)).to.include.members(['adults', 'older-people', 'hospital-plan']);
    expect(duties.map(({ id }) => id)).to.include('contact-on-change');
    expect(knowledge.terms.length).to.be.above(50);
    expect(knowledge.pensionAges.length).to.be.above(5);
  });

  for (const file of files)
    it(`leads the reader from every citation in ${file} to a document`, () => {
      const cited = mappingsIn(file).filter(({ has }) => 'citations' in has);
      expect(cited, file).to.not.deep.equal([]);
      const dangling = cited.filter(({ has: { citations } }) => !(citations as RawCitation[]).every(resolves));
      expect(dangling.map(({ at }) => at)).to.deep.equal([]);
    });

  for (const file of factFiles)
    it(`has a source behind every value in ${file}`, () => {
      const values = mappingsIn(file).filter(({ has }) => 'validFrom' in has || 'bornFrom' in has);
      expect(values, file).to.not.deep.equal([]);
      const bare = values.filter(({ has: { citations } }) => !Array.isArray(citations) || citations.length === 0);
      expect(bare.map(({ at }) => at)).to.deep.equal([]);
    });

  it('gives each statement of a wording a source, its own or the value’s', () => {
    let statements = 0;
    for (const { id, values } of provisions)
      for (const { validFrom } of values) {
        const on = knowledge.provisionOn(id, validFrom);
        if (on?.kind !== 'in-force') continue;
        for (const said of [...on.wording.conditions, ...on.wording.remember]) {
          statements += 1;
          expect([...said.citations, ...on.wording.citations].every(resolves), `${id}: ${said.text}`).to.equal(true);
          expect(said.citations.length + on.wording.citations.length, `${id}: ${said.text}`).to.be.above(0);
        }
      }
    expect(statements).to.be.above(100);
  });

  it('gives each outcome of each tree a source', () => {
    for (const { id, nodes } of dialogs.trees.values())
      for (const [name, node] of Object.entries(nodes))
        if (isOutcome(node)) {
          expect(node.citations, `${id} ${name}`).to.not.deep.equal([]);
          expect(node.citations.every(resolves), `${id} ${name}`).to.equal(true);
        }
  });

  it('says aloud what is inferred or open, wherever it stands', () => {
    const unsure = files
      .flatMap(mappingsIn)
      .filter(({ has: { certainty } }) => certainty === 'inferred' || certainty === 'open');
    expect(unsure.length).to.be.above(10);
    expect(unsure.filter(({ has: { doubt } }) => typeof doubt !== 'string').map(({ at }) => at)).to.deep.equal([]);
  });
});
