import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { asOfDay, optionOf, replay, type Answers } from '../../src/trees/index.ts';
import { sampled, someBoundaryDay, today, tree } from '../helpers/content.ts';
import { setting, somePicks, walkBy } from './walk.ts';

const walksAndOrders = fc.tuple(someBoundaryDay, somePicks, fc.nat());
const someAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.oneof(fc.constantFrom(...Object.keys(tree.nodes), 'date', 'constructor', 'toString'), fc.string()),
  fc.oneof(fc.constantFrom('yes', 'no', 'unknown', 'none', 'help', 'reached', '2026-12-31'), fc.string()),
);

describe('replay', () => {
  it('is pure: frozen answers lead to the same place twice, in whatever order they are named', () => {
    fc.assert(
      fc.property(walksAndOrders, ([date, picks, turn]) => {
        const { answers, end } = walkBy(date, picks);
        const entries = Object.entries(answers);
        const at = turn % entries.length;
        const turned = Object.freeze(Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)]));
        expect(replay(tree, turned, setting)).to.deep.equal(end);
        expect(replay(tree, turned, setting)).to.deep.equal(end);
      }),
      sampled(200),
    );
  });

  it('gives the question again when its answer is taken back', () => {
    fc.assert(
      fc.property(someBoundaryDay, somePicks, (date, picks) => {
        const { steps } = walkBy(date, picks);
        for (const { id, question, before } of steps) {
          const position = replay(tree, before, setting);
          expect(position).to.deep.include({ kind: 'question', id, dropped: [] });
          expect(position.kind === 'question' && position.question).to.equal(question);
        }
      }),
      sampled(200),
    );
  });

  it('ends a corrected walk where a fresh walk with the same answers ends, and names what falls away', () => {
    fc.assert(
      fc.property(someBoundaryDay, somePicks, fc.nat(), fc.nat(), (date, picks, which, option) => {
        const { answers, steps } = walkBy(date, picks);
        fc.pre(steps.length > 0);
        const { id, question } = steps[which % steps.length]!;
        const options = 'options' in question ? question.options : [];
        const corrected: Answers = { ...answers, [id]: options[option % options.length]?.id ?? '' };
        const position = replay(tree, corrected, setting);
        const kept = Object.fromEntries(['date', ...position.path].map((name) => [name, corrected[name] ?? '']));
        expect(replay(tree, kept, setting)).to.deep.equal({ ...position, dropped: [] });
        expect([...position.path, ...position.dropped, 'date']).to.have.members(Object.keys(corrected));
      }),
      sampled(300),
    );
  });

  it('asks again where an answer is none of the options, and never throws', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const position = replay(tree, answers, setting);
        for (const id of position.path) expect(optionOf(tree, id, answers[id] ?? '')?.id).to.equal(answers[id]);
        expect(position.dropped).to.have.members(
          Object.keys(answers).filter((id) => id !== 'date' && !position.path.includes(id)),
        );
      }),
      sampled(2000),
    );
    expect(replay(tree, { need: 'hjælp' }, setting)).to.deep.include({
      kind: 'question',
      id: 'need',
      path: [],
      dropped: ['need'],
    });
  });

  it('counts the answers by name, so that one to a question that is not asked changes nothing', () => {
    const asked = replay(tree, { need: 'nursing' }, setting);
    const more = replay(tree, { need: 'nursing', careNeed: 'no', housing: 'care-home' }, setting);
    expect(more).to.deep.equal({ ...asked, dropped: ['careNeed', 'housing'] });
  });
});

describe('asOfDay', () => {
  it('is the day that was answered, and today for anything that is not a day', () => {
    expect(asOfDay({ date: '2027-07-01' }, today)).to.equal('2027-07-01');
    for (const date of ['2027-02-29', '', 'i morgen', '1.7.2027']) expect(asOfDay({ date }, today)).to.equal(today);
    expect(asOfDay({}, today)).to.equal(today);
  });

  it('decides which rules a walk follows', () => {
    const answers = { need: 'regain', hospitalPlan: 'none' };
    expect(replay(tree, { ...answers, date: '2025-06-30' }, setting).id).to.equal('adults-before-reform');
    expect(replay(tree, { ...answers, date: '2025-07-01' }, setting).id).to.equal('pensionAge');
  });
});

describe('optionOf', () => {
  it('finds an option of a question, and nothing elsewhere', () => {
    expect(optionOf(tree, 'need', 'regain')?.label).to.equal('Genoptræning');
    for (const [question, answer] of [
      ['need', 'Regain'],
      ['need', ''],
      ['asks-housing', 'yes'],
      ['adults', 'yes'],
      ['nowhere', 'yes'],
      ['constructor', 'name'],
      ['date', '2026-11-22'],
    ] as const)
      expect(optionOf(tree, question, answer), `${question} ${answer}`).to.equal(undefined);
  });
});
