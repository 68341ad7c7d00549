import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { CivilDate } from '../../src/dates/index.ts';
import { decide, factNames, type Facts } from '../../src/rules/index.ts';
import { knowledge, sampled, someBoundaryDay, someFacts } from '../helpers/content.ts';
import { tryAll } from './completions.ts';

/** All that a set of facts leads to, as one text. */
const ledTo = (date: CivilDate, facts: Facts): string => {
  const { governing, candidates, missing } = tryAll(date, facts);
  return [governing, candidates, missing].map((set) => [...set].sort().join(' ')).join(' | ');
};

describe('the reasons of a decision', () => {
  it('are exactly the known facts without which it would be another', () => {
    fc.assert(
      fc.property(someBoundaryDay, someFacts, (date, facts) => {
        const whole = ledTo(date, facts);
        const counting = factNames.filter((name) => {
          if (facts[name] === undefined) return false;
          const { [name]: _, ...without } = facts;
          return ledTo(date, without) !== whole;
        });
        const { reasons } = decide(knowledge, { date, facts });
        expect(reasons.map(({ fact }) => fact)).to.have.members(counting);
        for (const { fact, value } of reasons) expect(value).to.equal(facts[fact]);
      }),
      sampled(150),
    );
  });

  it('stand on provisions that are in force on the day', () => {
    let reasons = 0;
    fc.assert(
      fc.property(someBoundaryDay, someFacts, (date, facts) => {
        for (const { fact, value, provision } of decide(knowledge, { date, facts }).reasons) {
          reasons += 1;
          const on = knowledge.provisionOn(provision, date);
          expect(on, `${fact}=${value} stands on ${provision} on ${date}`).to.have.property('kind', 'in-force');
        }
      }),
      sampled(500),
    );
    expect(reasons).to.be.above(600);
  });
});
