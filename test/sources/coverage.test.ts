import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { loadContent } from '../../src/content.ts';

interface Fact {
  readonly id: string;
  readonly document: string;
  readonly figures: readonly string[];
}
/** Where a fact is held: one entry, or several that say it together. */
interface Coverage {
  readonly fact: string;
  readonly entry?: string;
  readonly entries?: readonly string[];
}

const projectRoot = join(import.meta.dirname, '..', '..');
const rows = (file: string): unknown[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const facts = rows('facts.jsonl') as Fact[];
const coverage = rows('coverage.jsonl') as Coverage[];
const { knowledge } = await loadContent(projectRoot);

/** The standard that tells each document. */
const standardOf: Readonly<Record<string, string>> = {
  'stps-stop-taenk-tjek': 'stps-stop-taenk-tjek',
  'vejen-86-1': 'vejen-86-1',
  'herlev-genoptraening': 'herlev-86-1',
  'herlev-vedligehold': 'herlev-86-2',
  'koebenhavn-sel-traening': 'koebenhavn-sel-traening',
  doegngenoptraening: 'doegngenoptraening',
};

/** What each entry of a document says: its fact in every value, or all of a contact but where it stands. */
const entriesOf = (document: string): readonly { readonly id: string; readonly says: readonly string[] }[] => {
  const standard = knowledge.standard(standardOf[document] ?? '');
  expect(standard, document).to.exist;
  const { id: within, facts: told, contacts } = standard!;
  return [
    ...told.map(({ id, values }) => ({ id: `${within}/${id}`, says: values.map(({ text }) => text) })),
    ...contacts.map(({ id, name, about, phone = '', email = '', link = '' }) => ({
      id: `${within}/${id}`,
      says: [name, about, phone, email, link],
    })),
  ];
};
const namedBy = ({ entry, entries = [] }: Coverage): readonly string[] => (entry === undefined ? entries : [entry]);
const squeezed = (text: string): string => text.replaceAll(/\s/gu, '').toLowerCase();

describe('the facts of the five documents', () => {
  it('are each covered once, in the order of the list', () => {
    expect(coverage.map(({ fact }) => fact)).to.deep.equal(facts.map(({ id }) => id));
    expect(new Set(facts.map(({ id }) => id)).size).to.equal(facts.length);
    expect([...new Set(facts.map(({ document }) => document))]).to.have.members(Object.keys(standardOf));
  });

  it('are each held by one entry, or by several that all count', () => {
    for (const row of coverage) {
      expect(Object.keys(row), row.fact).to.have.members(['fact', 'entry' in row ? 'entry' : 'entries']);
      if (row.entries) expect(new Set(row.entries).size, row.fact).to.equal(row.entries.length).and.to.be.above(1);
    }
  });

  for (const document of Object.keys(standardOf)) {
    const own = facts.flatMap((fact, index) => (fact.document === document ? { ...fact, ...coverage[index]! } : []));

    it(`of ${document} are told by its own standard, figures and all`, () => {
      const says = new Map(entriesOf(document).map(({ id, says }) => [id, says.map(squeezed)]));
      for (const fact of own) {
        const named = namedBy(fact);
        expect([...says.keys()], fact.id).to.include.members([...named]);
        const texts = named.flatMap((id) => says.get(id) ?? []);
        const missing = fact.figures.filter((figure) => !texts.some((text) => text.includes(squeezed(figure))));
        expect(missing, `${fact.id} in ${named.join(' and ')}`).to.deep.equal([]);
      }
    });

    it(`of ${document} account for every entry of its standard`, () => {
      const entries = entriesOf(document).map(({ id }) => id);
      expect(new Set(entries).size, 'no fact and contact share an id').to.equal(entries.length);
      const named = new Set(own.flatMap(namedBy));
      expect(entries.filter((id) => !named.has(id))).to.deep.equal([]);
    });
  }
});
