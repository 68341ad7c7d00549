import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import {
  actSchema,
  dutiesFileSchema,
  glossaryFileSchema,
  regimesFileSchema,
  sourcesFileSchema,
  type KnowledgeData,
} from '../../src/knowledge/index.ts';

const file = 'knowledge/law/loven.yaml';
const cited = (...sources: string[]) => ({
  certainty: 'verified',
  citations: sources.map((source) => ({ source, at: '§ 1' })),
  verifiedOn: '2026-11-21',
});
const wording = (validFrom: string, more: object = {}) => ({
  ...cited('kilde'),
  validFrom,
  title: 'Titel',
  gives: 'Noget.',
  strength: 'must',
  decidedBy: 'municipality',
  ...more,
});
const repeal = (validFrom: string, ...replacedBy: string[]) => ({
  ...cited('kilde'),
  validFrom,
  status: 'repealed',
  replacedBy,
  note: 'Ophævet.',
});
const source = (id: string) => ({ id, title: 'En kilde', kind: 'act', publisher: 'Os', fetchedOn: '2026-11-21' });
const regimeValue = (validFrom: string, tracks: object | null) => {
  const { certainty: _, ...stands } = cited('kilde');
  return { ...stands, validFrom, tracks };
};

/** Two provisions, one regime, one duty, one term and one source, with nothing wrong. */
const small = () => ({
  provisions: [
    { id: 'l-1', label: 'loven § 1', aliases: ['§ 1'], values: [wording('2015-01-01'), wording('2025-07-01')] },
    { id: 'l-2', label: 'loven § 2', aliases: [], values: [wording('2025-07-01')] },
  ] as { id: string; label: string; aliases: string[]; values: object[] }[],
  pensionAges: [
    { ...cited('kilde'), bornFrom: null, years: 65, months: 0 },
    { ...cited('kilde'), bornFrom: '1954-01-01', years: 65, months: 6 },
  ] as ({ bornFrom: string | null; years: number; months: number } & ReturnType<typeof cited>)[],
  sources: [source('kilde')],
  regimes: [
    {
      id: 'adults',
      title: 'Voksne',
      values: [
        regimeValue('2015-01-01', { help: [{ provision: 'l-1' }] }),
        regimeValue('2025-07-01', { help: [{ provision: 'l-2', with: ['l-1'] }] }),
      ],
    },
  ],
  duties: [
    {
      id: 'tell',
      title: 'Sig det',
      values: [{ ...cited('kilde'), validFrom: '2015-01-01', statement: 'Sig det.' }] as object[],
    },
  ],
  terms: [
    { id: 'ord', danish: 'ord', english: 'Word', definition: 'Et ord.', citations: [{ source: 'kilde', at: 's. 1' }] },
  ],
});
type Small = ReturnType<typeof small>;

const faultsOf = (spoil: (data: Small) => unknown = () => undefined) => {
  const raw = small();
  spoil(raw);
  const { provisions, pensionAges, ...rest } = raw;
  const act = actSchema.parse({ act: 'loven', title: 'Loven', abbreviation: 'L', provisions, pensionAges });
  const data: KnowledgeData = {
    acts: [{ file, value: act }],
    sources: sourcesFileSchema.parse({ sources: rest.sources }).sources,
    regimes: regimesFileSchema.parse({ regimes: rest.regimes }).regimes,
    duties: [{ file, value: dutiesFileSchema.parse({ duties: rest.duties }) }],
    terms: glossaryFileSchema.parse({ terms: rest.terms }).terms,
  };
  return checkKnowledge(data);
};

/** One fault each: what is done, the places where it is reported, and a word of the report. */
const faults: readonly (readonly [string, (data: Small) => unknown, readonly string[], string])[] = [
  [
    'a provision id that comes twice',
    ({ provisions }) => provisions.push({ id: 'l-1', label: 'x', aliases: [], values: [wording('2015-01-01')] }),
    ['provisions 2 id'],
    'l-1',
  ],
  ['a source id that comes twice', ({ sources }) => sources.push(source('kilde')), ['sources 1 id'], 'kilde'],
  ['a regime id that comes twice', ({ regimes }) => regimes.push(regimes[0]!), ['regimes 1 id'], 'adults'],
  ['a duty id that comes twice', ({ duties }) => duties.push(duties[0]!), ['duties 1 id'], 'tell'],
  ['a term id that comes twice', ({ terms }) => terms.push(terms[0]!), ['terms 1 id'], 'ord'],
  [
    'a value from an unknown source',
    ({ provisions }) => (provisions[0]!.values[1] = wording('2025-07-01', cited('kilde', 'avis'))),
    ['provisions 0 values 1 citations 1 source'],
    'avis',
  ],
  [
    'a statement from an unknown source',
    ({ provisions }) =>
      (provisions[0]!.values[0] = wording('2015-01-01', {
        remember: ['Ja.', { text: 'Nej.', citations: [{ source: 'avis', at: 's. 1' }] }],
      })),
    ['provisions 0 values 0 remember 1 citations 0 source'],
    'avis',
  ],
  [
    'a pension age from an unknown source',
    ({ pensionAges }) => (pensionAges[1]!.citations[0]!.source = 'avis'),
    ['pensionAges 1 citations 0 source'],
    'avis',
  ],
  [
    'a regime from an unknown source',
    ({ regimes }) => (regimes[0]!.values[0]!.citations[0]!.source = 'avis'),
    ['regimes 0 values 0 citations 0 source'],
    'avis',
  ],
  [
    'a duty from an unknown source',
    ({ duties }) => (duties[0]!.values[0] = { ...duties[0]!.values[0], ...cited('avis') }),
    ['duties 0 values 0 citations 0 source'],
    'avis',
  ],
  [
    'a term from an unknown source',
    ({ terms }) => (terms[0]!.citations[0]!.source = 'avis'),
    ['terms 0 citations 0 source'],
    'avis',
  ],
  [
    'values in the wrong order',
    ({ provisions }) => provisions[0]!.values.push(wording('2020-01-01')),
    ['provisions 0 values 2 validFrom'],
    '2020-01-01',
  ],
  [
    'two values from the same day',
    ({ provisions }) => provisions[0]!.values.push(wording('2025-07-01')),
    ['provisions 0 values 2 validFrom'],
    '2025-07-01',
  ],
  [
    'two regimes from the same day',
    ({ regimes }) => regimes[0]!.values.push(regimeValue('2025-07-01', null)),
    ['regimes 0 values 2 validFrom'],
    '2025-07-01',
  ],
  [
    'an alias that is another’s label',
    ({ provisions }) => provisions[1]!.aliases.push('LOVEN § 1.'),
    ['provisions 1 aliases 0'],
    'l-2',
  ],
  [
    'a repeal that is followed by nothing we know',
    ({ provisions }) => provisions[1]!.values.push(repeal('2028-01-01', 'l-9')),
    ['provisions 1 values 1 replacedBy 0', 'regimes 0 values 1 tracks help 0 provision'],
    'l-9',
  ],
  [
    'a track to an unknown provision',
    ({ regimes }) => (regimes[0]!.values[0] = regimeValue('2015-01-01', { help: [{ provision: 'l-9' }] })),
    ['regimes 0 values 0 tracks help 0 provision'],
    'l-9',
  ],
  [
    'a track beside an unknown provision',
    ({ regimes }) =>
      (regimes[0]!.values[1] = regimeValue('2025-07-01', { help: [{ provision: 'l-2', with: ['l-1', 'l-9'] }] })),
    ['regimes 0 values 1 tracks help 0 with 1'],
    'l-9',
  ],
  [
    'a track to a provision before it begins',
    ({ provisions }) => provisions[0]!.values.shift(),
    ['regimes 0 values 0 tracks help 0 provision'],
    '2015-01-01',
  ],
  [
    'a track to a provision after its repeal',
    ({ provisions }) => provisions[1]!.values.push(repeal('2028-01-01')),
    ['regimes 0 values 1 tracks help 0 provision'],
    '2028-01-01',
  ],
  [
    'a track that is read with a repealed provision',
    ({ provisions }) => provisions[0]!.values.push(repeal('2028-01-01')),
    ['regimes 0 values 1 tracks help 0 with 0'],
    '2028-01-01',
  ],
  [
    'birth dates in the wrong order',
    ({ pensionAges }) => pensionAges.push({ ...pensionAges[1]!, bornFrom: '1953-01-01' }),
    ['pensionAges 2 bornFrom'],
    'birth dates',
  ],
  [
    'a first birth date that leaves someone out',
    ({ pensionAges }) => (pensionAges[0]!.bornFrom = '1900-01-01'),
    ['pensionAges 0 bornFrom'],
    'birth dates',
  ],
];

describe('checkKnowledge', () => {
  it('finds nothing wrong with small knowledge', () => {
    expect(faultsOf()).to.deep.equal([]);
  });

  it('lets a regime stop naming a provision on the day that it is repealed', () => {
    const found = faultsOf(({ provisions, regimes }) => {
      provisions[1]!.values.push(repeal('2028-01-01', 'l-1'));
      regimes[0]!.values.push(regimeValue('2028-01-01', { help: [{ provision: 'l-1' }] }));
    });
    expect(found).to.deep.equal([]);
  });

  for (const [name, spoil, places, word] of faults)
    it(`reports ${name}, in its place and with a cure`, () => {
      const found = faultsOf(spoil);
      expect(found.map(({ path }) => path.join(' '))).to.have.members([...places]);
      expect(found[0]?.what).to.include(word);
      for (const fault of found) for (const sentence of [fault.why, fault.cure]) expect(sentence).to.match(/\S\.$/u);
    });
});
