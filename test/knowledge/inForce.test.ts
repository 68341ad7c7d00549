import { expect } from 'chai';
import { describe, it } from 'mocha';
import { addDays, civilDate, type CivilDate } from '../../src/dates/index.ts';
import { knowledge } from '../helpers/content.ts';
import { duties, provisions, regimes, turningPoints } from './support.ts';

const notInForce = (id: string, date: CivilDate): boolean => knowledge.provisionOn(id, date)?.kind !== 'in-force';
const dayBefore = (day: string): CivilDate => addDays(civilDate(day), -1);

describe('a lookup by date', () => {
  it('gives nothing before the first value of a provision, regime or duty', () => {
    for (const { id, values } of provisions)
      for (const early of [dayBefore(values[0]!.validFrom), civilDate('1800-01-01')])
        expect(knowledge.provisionOn(id, early), id).to.have.property('kind', 'not-covered');
    for (const { id, values } of regimes)
      for (const early of [dayBefore(values[0]!.validFrom), civilDate('1800-01-01')])
        expect(knowledge.regimeOn(id, early), id).to.equal(undefined);
    for (const { id, values } of duties)
      for (const early of [dayBefore(values[0]!.validFrom), civilDate('1800-01-01')])
        expect(knowledge.dutyOn(id, early), id).to.equal(undefined);
  });

  it('gives each value from its first day until the day before the next', () => {
    for (const { id, values } of provisions)
      for (const [index, { validFrom }] of values.entries()) {
        const next = values[index + 1];
        for (const day of [validFrom, next ? dayBefore(next.validFrom) : civilDate('2999-12-31')]) {
          const on = knowledge.provisionOn(id, civilDate(day));
          const value = on?.kind === 'in-force' ? on.wording : on?.kind === 'repealed' ? on.repeal : undefined;
          expect(value?.validFrom, `${id} on ${day}`).to.equal(validFrom);
        }
      }
  });

  it('knows no id that no file holds, whatever it is called', () => {
    for (const id of ['sel-9999', '', '__proto__', 'constructor', 'SEL-86-1']) {
      expect(knowledge.provision(id)).to.equal(undefined);
      expect(knowledge.provisionOn(id, civilDate('2026-11-22'))).to.equal(undefined);
      expect(knowledge.regimeOn(id, civilDate('2026-11-22'))).to.equal(undefined);
      expect(knowledge.dutyOn(id, civilDate('2026-11-22'))).to.equal(undefined);
      expect(knowledge.source(id)).to.equal(undefined);
    }
  });
});

describe('every provision that a regime names', () => {
  it('is in force on each turning point within the time that it is named', () => {
    let named = 0;
    for (const { id, values } of regimes)
      for (const [index, { validFrom, tracks }] of values.entries()) {
        const next = values[index + 1]?.validFrom ?? '3000-01-01';
        const days = turningPoints.filter((day) => day >= validFrom && day < next);
        for (const [key, ways] of Object.entries(tracks ?? {}))
          for (const { provision, with: beside = [] } of ways)
            for (const one of [provision, ...beside]) {
              named += 1;
              expect(
                days.filter((day) => notInForce(one, day)),
                `${id} leads ${key} to ${one}`,
              ).to.deep.equal([]);
            }
      }
    expect(named).to.be.above(30);
  });
});
