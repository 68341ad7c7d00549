import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { InputError } from '../../src/errors.ts';
import { courseFrom, deadlines } from '../../src/rules/index.ts';
import { knowledge, projectRoot } from '../helpers/content.ts';

interface Row {
  readonly id: string;
  readonly standard: string;
  readonly events: Readonly<Record<string, string>>;
  readonly expect: readonly { readonly step: string; readonly due: string }[];
  readonly why: string;
}
const rows = readFileSync(join(projectRoot, 'test/cases/deadlines.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const only = (standard: string, events: Readonly<Record<string, string>>) => deadlines(knowledge, standard, events)[0]!;
const refused = (run: () => unknown): InputError => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new TypeError('Nothing was refused.');
};

describe('deadlines', () => {
  for (const { id, standard, events, expect: expected, why } of rows)
    it(`${id}: ${why.split(' – ')[0] ?? ''}`, () => {
      const found = deadlines(knowledge, standard, events).map(({ step, due }) => ({ step, due }));
      expect(found).to.deep.equal(expected);
    });

  it('has expert rows for every standard that sets a deadline', () => {
    expect([...new Set(rows.map(({ standard }) => standard))].sort()).to.deep.equal(
      [...knowledge.deadlineStandardIds].sort(),
    );
  });

  it('cites the order and act of the day zero across New Year 2027', () => {
    const sources = (events: Readonly<Record<string, string>>): string[] =>
      deadlines(knowledge, 'sul-140', events).map(({ source }) => source);
    expect(sources({ discharge: '2026-12-31' })).to.deep.equal([
      'genoptraeningsplaner-bek-918-2018',
      'sundhedsloven-lbk-275-2025',
    ]);
    expect(sources({ discharge: '2027-01-01' })).to.deep.equal([
      'genoptraeningsplaner-bek-1804-2025',
      'aendring-af-sundhedsloven-lov-1761-2025',
    ]);
    expect(sources({ discharge: '2026-12-18', 'ready-for-training': '2027-01-04' })).to.deep.equal([
      'genoptraeningsplaner-bek-918-2018',
      'aendring-af-sundhedsloven-lov-1761-2025',
    ]);
  });

  it('counts from the start in the plan only when it is the later day', () => {
    const due = (events: Readonly<Record<string, string>>) =>
      deadlines(knowledge, 'sul-140', events).find(({ step }) => step === 'start-offer');
    expect(due({ discharge: '2026-11-23', 'ready-for-training': '2026-11-20' })).to.include({
      due: '2026-11-30',
      event: 'discharge',
    });
    expect(due({ discharge: '2026-11-23', 'ready-for-training': '2026-12-07' })).to.include({
      due: '2026-12-14',
      event: 'ready-for-training',
    });
    expect(
      deadlines(knowledge, 'sul-140', { 'ready-for-training': '2026-12-07' }).map(({ step }) => step),
    ).to.deep.equal(['start-offer']);
  });

  it('says which rules are national and which are one municipality’s own', () => {
    for (const { standard, events } of rows)
      for (const { national } of deadlines(knowledge, standard, events))
        expect(national, standard).to.equal(standard === 'sul-140' || standard === 'complaint');
  });

  it('leads to a source that the guide knows', () => {
    for (const { standard, events } of rows)
      for (const { source, at } of deadlines(knowledge, standard, events)) {
        expect(knowledge.source(source), source).not.to.equal(undefined);
        expect(at).not.to.equal('');
      }
  });

  it('says the doubt of moving a complaint’s last day', () => {
    expect(only('complaint', { 'decision-received': '2026-11-26' }).doubt).to.match(/vejledning/u);
  });

  it('gives nothing for no event', () => {
    expect(deadlines(knowledge, 'sul-140', {})).to.deep.equal([]);
  });
});

describe('the counting of a deadline', () => {
  it('names length, unit, day zero and the days off', () => {
    expect(only('vejen-86-1', { visitation: '2026-11-20' }).counting).to.equal(
      '10 hverdage efter visitationen den 20. november 2026, som er dag nul; lørdag, søndag, helligdag, 5. juni, 24. december og 31. december tæller ikke med.',
    );
    expect(only('sul-140', { discharge: '2026-11-23' }).counting).to.equal(
      '4 dage efter udskrivningen den 23. november 2026, som er dag nul; alle dage tæller med.',
    );
  });

  it('says that a complaint moves to the next hverdag', () => {
    expect(only('complaint', { 'decision-received': '2026-11-26' }).counting).to.match(
      /^4 uger efter .* flytter fristen til næste hverdag; fridage er lørdag, .* og 31\. december\.$/u,
    );
  });

  it('leaves no placeholder open in any row', () => {
    for (const { standard, events } of rows)
      for (const { counting } of deadlines(knowledge, standard, events)) expect(counting).not.to.match(/[{}]/u);
  });
});

describe('a course that cannot be counted', () => {
  const secret = '010203-1234';

  it('is refused for an unknown standard, with the known ones as the cure', () => {
    const error = refused(() => deadlines(knowledge, 'vejen-87', { visitation: '2026-11-20' }));
    expect(error.what).to.equal('The standard "vejen-87" has no deadlines.');
    for (const id of knowledge.deadlineStandardIds) expect(error.cure).to.include(id);
  });

  it('is refused for a standard that is history', () => {
    expect(refused(() => deadlines(knowledge, 'koebenhavn-sel-traening', {})).code).to.equal('GUIDE_BAD_INPUT');
  });

  it('is refused for an unknown event, with the known ones as the cure', () => {
    const error = refused(() => deadlines(knowledge, 'herlev-86-1', { visitation: '2026-11-20' }));
    expect(error.what).to.include('"visitation"').and.include('"herlev-86-1"');
    for (const id of ['inquiry', 'visitation-visit', 'training-start']) expect(error.cure).to.include(id);
  });

  for (const date of ['2026-02-30', '20-11-2026', secret, '', 20261120, null])
    it(`is refused for the date ${JSON.stringify(date)}, naming the event and not the date`, () => {
      const error = refused(() => courseFrom(knowledge, { standard: 'vejen-86-1', events: { visitation: date } }));
      expect(error.what).to.include('"visitation"');
      if (date !== null && date !== '') expect(error.message).not.to.include(String(date));
    });

  it('never repeats what is not an id', () => {
    for (const run of [
      () => deadlines(knowledge, secret, {}),
      () => deadlines(knowledge, 'vejen-86-1', { [secret]: '2026-11-20' }),
      () => deadlines(knowledge, 'vejen-86-1', { 'Hr. Jensen': '2026-11-20' }),
      () => deadlines(knowledge, '__proto__', {}),
      () => courseFrom(knowledge, { standard: 7, events: {} }),
      () => courseFrom(knowledge, { standard: 'vejen-86-1', events: [secret] }),
      () => courseFrom(knowledge, { standard: 'vejen-86-1' }),
    ])
      expect(refused(run).message).not.to.match(/010203|Jensen|__proto__/u);
  });

  it('is refused for a day before the first rule that has been read', () => {
    const error = refused(() => deadlines(knowledge, 'sul-140', { discharge: '2018-06-30' }));
    expect(error.what).to.include('"discharge"').and.include('too early');
    expect(error.cure).to.include('2018-07-01');
  });
});
