import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { contactVerdict, decide, decisionFor, factNames, factsFrom, hints, rules } from '../../src/rules/index.ts';
import { isDecide } from '../../src/trees/index.ts';
import { dialogs, knowledge, sampled, someBoundaryDay, someFacts } from '../helpers/content.ts';

/** An answer to each question of every tree, now and then to all of one tree. */
const someAnswers = fc.record(
  Object.fromEntries(
    [...dialogs.trees.values()].flatMap(({ nodes }) =>
      Object.entries(nodes).flatMap(([id, node]) =>
        'options' in node ? [[id, fc.constantFrom(...node.options.map((option) => option.id))] as const] : [],
      ),
    ),
  ),
  { requiredKeys: [] },
);

/** The rules that some tree names; its answers are to lead to every value. */
const named = new Set(
  [...dialogs.trees.values()].flatMap(({ nodes }) =>
    Object.values(nodes).flatMap((node) => (isDecide(node) ? [node.decide] : [])),
  ),
);

describe('the table of rules', () => {
  it('asks for each fact and names the situation', () => {
    const asking = factNames.map((name) => `asks-${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`);
    expect(rules).to.include.all.keys([...asking, 'governing-situation']);
  });

  for (const [name, rule] of Object.entries(rules)) {
    it(`returns from ${name} only what it lists`, () => {
      const returned = new Set<string>();
      fc.assert(
        fc.property(someBoundaryDay, someAnswers, someFacts, (asOf, answers, facts) => {
          const value = rule.run({ knowledge, asOf, answers: { ...answers, ...facts } });
          expect(rule.values).to.include(value);
          returned.add(value);
        }),
        sampled(named.has(name) ? 4000 : 600),
      );
      if (named.has(name)) expect([...returned], 'every listed value is met').to.have.members([...rule.values]);
    });

    it(`keeps to a final value of ${name} when more is answered`, () => {
      expect(rule.values).to.include.members([...rule.final]);
      fc.assert(
        fc.property(someBoundaryDay, someFacts, someFacts, (asOf, facts, more) => {
          const before = rule.run({ knowledge, asOf, answers: facts });
          if (rule.final.includes(before))
            expect(rule.run({ knowledge, asOf, answers: { ...more, ...facts } })).to.equal(before);
        }),
        sampled(300),
      );
    });
  }

  it('takes an answer that is no value of its fact for not known', () => {
    const answers = { need: 'help', hospitalPlan: 'unknown', careNeed: 'måske', date: '2026-11-22', other: 'yes' };
    expect(factsFrom(answers)).to.deep.equal({ need: 'help' });
    fc.assert(
      fc.property(someBoundaryDay, someFacts, (asOf, facts) => {
        const answers = Object.fromEntries(factNames.map((name) => [name, facts[name] ?? 'unknown']));
        expect(decisionFor({ knowledge, asOf, answers })).to.deep.equal(decide(knowledge, { date: asOf, facts }));
      }),
      sampled(200),
    );
  });

  it('hints at a birth date on every boundary day', () => {
    for (const hint of Object.values(hints))
      fc.assert(
        fc.property(someBoundaryDay, (asOf) => {
          expect(hint({ knowledge, asOf, answers: {} })).to.match(/^19\d\d-\d\d-\d\d$/u);
        }),
        sampled(50),
      );
  });
});

describe('contactVerdict', () => {
  it('never says that there is no duty, and asks for contact wherever anything is open', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(someBoundaryDay, someFacts, (date, facts) => {
        const decision = decide(knowledge, { date, facts });
        const verdict = contactVerdict(decision, facts);
        seen.add(verdict);
        const open = decision.missing.length > 0 || decision.candidates.length > 0 || decision.governing.length === 0;
        if (facts.needChanged === 'yes') expect(verdict).to.equal('must');
        else expect(verdict).to.equal(open ? 'should' : 'must-if-changed');
      }),
      sampled(300),
    );
    expect([...seen]).to.have.members(['must', 'should', 'must-if-changed']);
  });
});
