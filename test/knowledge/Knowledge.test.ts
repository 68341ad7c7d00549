import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, civilDate, daysBetween } from '../../src/dates/index.ts';
import { actSchema, Knowledge, valueOn, type KnowledgeData } from '../../src/knowledge/index.ts';
import { sampled } from '../helpers/content.ts';

const base = { certainty: 'verified', citations: [{ source: 'a-source', at: '§ 1' }], verifiedOn: '2026-11-21' };
const wording = { ...base, title: 'Titel', gives: 'Noget.', strength: 'must', decidedBy: 'municipality' };

/** Knowledge of one provision with the values given, as a file would hold them. */
const knowing = (values: readonly object[]): Knowledge => {
  const value = actSchema.parse({
    act: 'loven',
    title: 'Loven',
    abbreviation: 'L',
    provisions: [{ id: 'l-1', label: 'loven § 1', values }],
  });
  const data: KnowledgeData = { acts: [{ file: '', value }], sources: [], regimes: [], duties: [], terms: [] };
  return new Knowledge(data);
};

describe('valueOn', () => {
  const start = civilDate('2020-01-01');
  const dated = fc
    .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 0, maxLength: 8 })
    .map((days) => days.sort((a, b) => a - b).map((day) => ({ validFrom: addDays(start, day) })));

  it('lets the next start end the value before, and gives nothing before the first', () => {
    fc.assert(
      fc.property(dated, fc.integer({ min: -5, max: 405 }), (values, day) => {
        const date = addDays(start, day);
        let holds: (typeof values)[number] | undefined;
        for (const value of values) if (daysBetween(value.validFrom, date) >= 0) holds = value;
        expect(valueOn(values, date)).to.equal(holds);
      }),
      sampled(3000),
    );
  });

  it('changes only on days on which a value starts', () => {
    fc.assert(
      fc.property(dated, fc.integer({ min: 0, max: 405 }), (values, day) => {
        const date = addDays(start, day);
        const changed = valueOn(values, date) !== valueOn(values, addDays(date, -1));
        expect(changed).to.equal(values.some(({ validFrom }) => validFrom === date));
      }),
      sampled(3000),
    );
  });
});

describe('Knowledge', () => {
  const repealed = knowing([
    { ...wording, validFrom: '2015-01-01' },
    { ...base, validFrom: '2027-01-01', status: 'repealed', replacedBy: ['l-2'], note: 'Ophævet.' },
    { ...wording, validFrom: '2028-02-29', title: 'Igen' },
  ]);
  const kindOn = (day: string): string | undefined => repealed.provisionOn('l-1', civilDate(day))?.kind;

  it('tells of a repeal as a value, from its day until the next', () => {
    expect(kindOn('2014-12-31')).to.equal('not-covered');
    expect(kindOn('2015-01-01')).to.equal('in-force');
    expect(kindOn('2026-12-31')).to.equal('in-force');
    expect(kindOn('2027-01-01')).to.equal('repealed');
    expect(kindOn('2028-02-28')).to.equal('repealed');
    expect(kindOn('2028-02-29')).to.equal('in-force');
    expect(kindOn('2999-12-31')).to.equal('in-force');
  });

  it('says what takes over from what is repealed', () => {
    const on = repealed.provisionOn('l-1', civilDate('2027-06-01'));
    expect(on?.kind === 'repealed' && on.repeal.replacedBy).to.deep.equal(['l-2']);
  });

  it('gives no older value when the first window is taken away', () => {
    const without = knowing([{ ...wording, validFrom: '2028-02-29' }]);
    for (const day of ['2015-01-01', '2027-01-01', '2028-02-28'])
      expect(without.provisionOn('l-1', civilDate(day))?.kind).to.equal('not-covered');
  });
});
