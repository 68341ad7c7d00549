import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { CivilDate } from '../../src/dates/index.ts';
import { decide, decisionFor, factsFrom, readCase, type Facts } from '../../src/rules/index.ts';
import { knowledge, provisionsOf, sampled, someBoundaryDay, someFacts, today } from '../helpers/content.ts';
import { expertRows } from '../rules/expertRows.ts';
import { toldIn, walkWith } from './walk.ts';

interface Led {
  readonly governing: readonly string[];
  readonly candidates: readonly string[];
}
const led = ({ governing, candidates }: ReturnType<typeof decide>): Led => ({
  governing: provisionsOf(governing).sort(),
  candidates: provisionsOf(candidates).sort(),
});

/** Walks with these facts, and looks whether the dialog leads where `decide` leads; gives the facts it asked for too. */
const meet = (date: CivilDate, facts: Facts): Led & { readonly asked: Facts } => {
  const walk = walkWith(date, facts);
  const asked = toldIn(walk);
  const decision = decisionFor({ knowledge, asOf: date, answers: walk.answers });
  const name = JSON.stringify(walk.answers);
  expect(led(decision), name).to.deep.equal(led(decide(knowledge, { date, facts })));
  expect(walk.end.id, name).to.equal(decision.situation);
  return { ...led(decision), asked };
};

describe('the dialog beside decide', () => {
  it('leads every row of the expert table to what the expert expects', () => {
    for (const { id, facts: given, expect: expected } of expertRows) {
      const { date, facts } = readCase(given, today);
      const found = meet(date, facts);
      for (const key of ['governing', 'candidates'] as const) {
        const provisions = expected[key];
        if (provisions !== undefined) expect(found[key], `${id} ${key}`).to.have.members(provisions as string[]);
      }
    }
  });

  it('leads 2,000 other cases to the same, though it asks for fewer facts', () => {
    let spared = 0;
    fc.assert(
      fc.property(someBoundaryDay, someFacts, (date, facts) => {
        spared += Object.keys(facts).length - Object.keys(meet(date, facts).asked).length;
      }),
      sampled(2000),
    );
    expect(spared, 'questions that were not asked').to.be.above(2000);
  });

  it('takes nothing for granted that it can ask', () => {
    const asked = walkWith(
      today,
      factsFrom({
        need: 'meals',
        hospitalPlan: 'none',
        pensionAge: 'reached',
        ageRelatedLoss: 'yes',
        careNeed: 'yes',
        earlierDecision: 'none',
      }),
    );
    expect(asked.end.path).to.include.members(['personalAssistance', 'housing']);
    expect(asked.end.id).to.equal('undecided');
  });
});
