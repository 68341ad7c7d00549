import { expect } from 'chai';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { atMostLeft, isQuestion, replay } from '../../src/trees/index.ts';
import { boundaryDays, knowledge, sampled, someBoundaryDay, today, tree } from '../helpers/content.ts';
import { canChange, tryAll } from '../rules/completions.ts';
import { setting, somePicks, toldIn, walkBy, type Walk } from './walk.ts';

/** The order in which the guide asks; a walk leaves out what cannot matter. */
const order = [
  'need',
  'hospitalPlan',
  'pensionAge',
  'comparableNeed',
  'ageRelatedLoss',
  'careNeed',
  'personalAssistance',
  'earlierDecision',
  'needChanged',
  'housing',
];
const walks: Walk[] = [];
const named = ({ answers }: Pick<Walk, 'answers'>): string => JSON.stringify(answers);

describe('what hvilken-paragraf asks', () => {
  before('walks 300 times', () => {
    for (const [date, picks] of fc.sample(fc.tuple(someBoundaryDay, somePicks), sampled(300)))
      walks.push(walkBy(date, picks));
  });

  it('comes in one order, and no question twice', () => {
    const questions = Object.keys(tree.nodes).filter((id) => isQuestion(tree.nodes[id]!));
    expect(questions).to.deep.equal(order);
    for (const walk of walks)
      expect(walk.end.path, named(walk)).to.deep.equal(order.filter((id) => walk.end.path.includes(id)));
  });

  it('is counted only while it can still come', () => {
    const plans = [
      { date: today, answers: { need: 'nursing' } },
      { date: boundaryDays[2]!, answers: { need: 'regain' } },
    ];
    for (const { date, answers } of plans) {
      const given = { date, ...answers };
      const position = replay(tree, given, setting);
      expect(position.id, named({ answers: given })).to.equal('hospitalPlan');
      expect(atMostLeft(tree, position, given, setting), named({ answers: given })).to.equal(0);
    }
  });

  it('is nothing more once the walk is over', () => {
    for (const { end, answers } of walks.slice(0, 100)) expect(atMostLeft(tree, end, answers, setting)).to.equal(0);
  });

  it('can still change the outcome', () => {
    const cached = new Map<string, boolean>();
    // The day before all rules has a test of its own, in questions.test.ts.
    for (const { steps, date } of walks.filter((walk) => knowledge.regimeOn('adults', walk.date)))
      for (const { id, before: answers } of steps) {
        const key = `${id} ${named({ answers })}`;
        const known = cached.get(key) ?? canChange(date, toldIn({ answers }), id);
        cached.set(key, known);
        expect(known, key).to.equal(true);
      }
    expect(cached.size).to.be.above(200);
  });

  it('is all that could change the outcome, and the end claims no more than the answers allow', () => {
    const ended = new Set<boolean>();
    for (const walk of walks) {
      const { missing, ends, situations } = tryAll(walk.date, toldIn(walk));
      for (const fact of missing) expect(walk.answers, `${fact} in ${named(walk)}`).to.have.property(fact, 'unknown');
      const settled = new Set([...ends].map(({ key }) => key)).size === 1;
      if (settled) expect([...situations], named(walk)).to.include(walk.end.id);
      else expect(walk.end.id, named(walk)).to.equal('undecided');
      ended.add(settled);
    }
    expect(ended.size, 'settled and open ends are met').to.equal(2);
  });
});
