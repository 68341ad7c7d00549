import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, type CivilDate } from '../../src/dates/index.ts';
import { decide, type Change, type Facts } from '../../src/rules/index.ts';
import { knowledge, nearlyAllFacts, sampled } from '../helpers/content.ts';
import { tryAll } from './completions.ts';

const notice = 90;
const outcomeOn = (date: CivilDate, facts: Facts): string[][] => {
  const { governing, candidates } = tryAll(date, facts);
  return [[...governing].sort(), [...candidates].sort()];
};

/** Looks at each of the next 90 days, one after the other, and knows nothing of boundaries. */
const dayByDay = (date: CivilDate, facts: Facts): Change[] => {
  const changes: Change[] = [];
  let before = outcomeOn(date, facts);
  for (let days = 1; days <= notice; days++) {
    const then = addDays(date, days);
    const now = outcomeOn(then, facts);
    if (JSON.stringify(now) !== JSON.stringify(before)) changes.push({ date: then, provisions: now.flat().sort() });
    before = now;
  }
  return changes;
};
const told = (date: CivilDate, facts: Facts): Change[] =>
  decide(knowledge, { date, facts }).upcoming.map((change) => ({
    ...change,
    provisions: [...change.provisions].sort(),
  }));

const someDayNearABoundary = fc
  .tuple(fc.constantFrom(...knowledge.boundaries), fc.integer({ min: -100, max: 10 }))
  .map(([day, days]) => addDays(day, days));

describe('the upcoming changes of a decision', () => {
  it('are those that looking at each of the next 90 days finds', () => {
    const seen = { some: 0, none: 0 };
    fc.assert(
      fc.property(someDayNearABoundary, nearlyAllFacts, (date, facts) => {
        const found = dayByDay(date, facts);
        expect(told(date, facts)).to.deep.equal(found);
        seen[found.length > 0 ? 'some' : 'none'] += 1;
      }),
      sampled(50),
    );
    expect(Math.min(seen.some, seen.none), 'both are met').to.be.above(10);
  });

  const crossing: readonly (readonly [string, Facts])[] = [
    [
      '2025-07-01',
      { need: 'regain', hospitalPlan: 'none', pensionAge: 'reached', ageRelatedLoss: 'yes', careNeed: 'yes' },
    ],
    ['2027-01-01', { need: 'regain', hospitalPlan: 'general', housing: 'own-home' }],
    [
      '2027-07-01',
      {
        need: 'help',
        hospitalPlan: 'none',
        pensionAge: 'reached',
        ageRelatedLoss: 'yes',
        careNeed: 'yes',
        earlierDecision: 'sel-83',
        needChanged: 'no',
      },
    ],
  ];
  for (const [boundary, given] of crossing) {
    const facts: Facts = { personalAssistance: 'no', earlierDecision: 'none', housing: 'own-home', ...given };
    const day = knowledge.boundaries.find((one) => one === boundary)!;

    it(`tell of ${boundary} from 90 days before it until the day before`, () => {
      for (const days of [90, 89, 45, 1])
        expect(
          told(addDays(day, -days), facts).map(({ date }) => date),
          `${String(days)} days before`,
        ).to.include(day);
    });

    it(`do not tell of ${boundary} 91 days before it, nor on the day`, () => {
      for (const days of [91, 0])
        expect(
          told(addDays(day, -days), facts).map(({ date }) => date),
          `${String(days)} days before`,
        ).to.not.include(day);
    });

    it(`name on ${boundary} what is decided on that day`, () => {
      const [change] = told(addDays(day, -1), facts);
      expect(change).to.deep.equal({ date: day, provisions: outcomeOn(day, facts).flat().sort() });
    });
  }

  it('do not tell of a boundary that leaves this outcome as it is', () => {
    const facts: Facts = { need: 'nursing', hospitalPlan: 'none' };
    for (const day of knowledge.boundaries.slice(1)) expect(told(addDays(day, -1), facts)).to.deep.equal([]);
  });
});
