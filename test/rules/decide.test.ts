import { expect } from 'chai';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { civilDate, type CivilDate } from '../../src/dates/index.ts';
import { decide, factNames, factValues, type Decision, type FactName, type Facts } from '../../src/rules/index.ts';
import { knowledge, provisionsOf, sampled, someBoundaryDay, someFacts } from '../helpers/content.ts';
import { tryAll, type Tried } from './completions.ts';

/** A random case on a boundary day, its decision, and what every completion of it ends in. */
interface Sample {
  readonly name: string;
  readonly date: CivilDate;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly tried: Tried;
}
const samples: Sample[] = [];

describe('decide', () => {
  before('decides and tries random cases', () => {
    for (const [date, facts] of fc.sample(fc.tuple(someBoundaryDay, someFacts), sampled(500)))
      samples.push({
        name: `${date} ${JSON.stringify(facts)}`,
        date,
        facts,
        decision: decide(knowledge, { date, facts }),
        tried: tryAll(date, facts),
      });
  });

  it('finds what trying every completion of the unknown facts finds', () => {
    for (const { name, decision, tried } of samples) {
      expect(decision.missing, `missing: ${name}`).to.have.members([...tried.missing]);
      expect(provisionsOf(decision.governing), `governing: ${name}`).to.have.members([...tried.governing]);
      expect(provisionsOf(decision.candidates), `candidates: ${name}`).to.have.members([...tried.candidates]);
    }
  });

  it('keeps what governs and what it may be apart', () => {
    for (const { name, decision } of samples) {
      const certain = provisionsOf(decision.governing);
      expect(
        provisionsOf(decision.candidates).filter((id) => certain.includes(id)),
        name,
      ).to.deep.equal([]);
    }
  });

  it('stays with an outcome once nothing is missing, whatever the unknown facts are', () => {
    const settled = samples.filter(
      ({ decision, facts }) => decision.missing.length === 0 && Object.keys(facts).length < 10,
    );
    expect(settled.length, 'settled cases with unknown facts').to.be.above(120);
    for (const { name, decision, tried } of settled)
      for (const end of tried.ends) {
        expect(provisionsOf(decision.governing), name).to.have.members(end.governing);
        expect(provisionsOf(decision.candidates), name).to.have.members(end.candidates);
      }
  });

  it('never asks for a fact that is known', () => {
    for (const { name, decision, facts } of samples)
      expect(
        decision.missing.filter((fact) => facts[fact] !== undefined),
        name,
      ).to.deep.equal([]);
  });

  it('asks for nothing and names nothing on a day that no rule covers', () => {
    const { situation, governing, candidates, missing, citations } = decide(knowledge, {
      date: civilDate('2014-12-31'),
      facts: {},
    });
    expect(situation).to.equal('not-covered');
    expect([governing, candidates, missing, citations].flat()).to.deep.equal([]);
  });

  it('names only provisions that are in force on the day, and their sources', () => {
    for (const { name, date, decision } of samples) {
      const named = [...decision.governing, ...decision.candidates];
      for (const { provision, with: beside } of named)
        for (const id of [provision, ...beside])
          expect(knowledge.provisionOn(id, date), `${id}: ${name}`).to.have.property('kind', 'in-force');
      expect(decision.citations.length > 0, name).to.equal(named.length > 0);
      const shown = decision.citations.map(({ source, at }) => `${source} ${at}`);
      expect(new Set(shown).size, name).to.equal(shown.length);
    }
  });

  it('names the region only where all that governs is decided by it', () => {
    const authorities = samples.map(({ name, date, decision: { governing, candidates, authority } }) => {
      const deciders = (governing.length > 0 ? governing : candidates).map(({ provision }) => {
        const on = knowledge.provisionOn(provision, date);
        return on?.kind === 'in-force' ? on.wording.decidedBy : 'nobody';
      });
      const regional = deciders.length > 0 && deciders.every((decider) => decider === 'region');
      expect(authority, name).to.equal(regional ? 'region' : 'municipality');
      return authority;
    });
    expect(new Set(authorities).size, 'both are met').to.equal(2);
  });

  it('never misses more when one more fact is known', () => {
    fc.assert(
      fc.property(someBoundaryDay, someFacts, fc.constantFrom(...factNames), fc.nat(), (date, facts, name, pick) => {
        const values = factValues[name];
        const more = { ...facts, [name]: values[pick % values.length] } as Facts;
        const { [name]: _, ...less } = more as Record<FactName, string>;
        const { missing } = decide(knowledge, { date, facts: less });
        expect([...missing, name]).to.include.members([...decide(knowledge, { date, facts: more }).missing]);
      }),
      sampled(400),
    );
  });

  it('gives the same decision in whatever order the facts come', () => {
    for (const { name, date, facts, decision } of samples.slice(0, 200)) {
      const turned = Object.fromEntries(Object.entries(facts).reverse()) as Facts;
      expect(decide(knowledge, { date, facts: turned }), name).to.deep.equal(decision);
    }
  });
});

describe('the situation that decide tells of', () => {
  /** What the card of a situation says as a matter of fact (dialogs/trees/hvilken-paragraf.yaml). */
  const said: Readonly<Record<string, (facts: Facts, date: CivilDate) => boolean>> = {
    'personal-assistance': (facts) => facts.personalAssistance === 'yes',
    'kept-decision': (facts) => facts.needChanged === 'no' && facts.earlierDecision !== undefined,
    'kept-without-end': (facts) => facts.earlierDecision === 'sel-84',
    'need-changed': (facts) => facts.needChanged === 'yes' && facts.earlierDecision !== undefined,
    // Ældreloven § 46, stk. 1, 2 and 4: the transition ends on this day for whatever need the citizen asks with.
    'transition-over': (facts, date) => facts.earlierDecision !== undefined && date >= '2027-07-01',
  };

  it('is “undecided” exactly while a fact is missing', () => {
    for (const { name, decision } of samples)
      expect(decision.situation === 'undecided', name).to.equal(decision.missing.length > 0);
  });

  it('is one that some completion ends in, and the only one where there is one', () => {
    for (const { name, decision, tried } of samples)
      if (decision.missing.length === 0) expect([...tried.situations], name).to.include(decision.situation);
  });

  it('claims nothing about the citizen that is not known', () => {
    const claimed = samples.filter(({ decision }) => said[decision.situation]);
    expect(new Set(claimed.map(({ decision }) => decision.situation)).size).to.equal(Object.keys(said).length);
    for (const { name, date, decision, facts } of claimed)
      expect(said[decision.situation]?.(facts, date), `${decision.situation}: ${name}`).to.equal(true);
  });

  it('does not say that the citizen has BPA when no one knows', () => {
    for (const [need, earlierDecision] of [
      ['stay', 'sel-84'],
      ['relief', 'sel-84'],
      ['help', 'sel-83'],
    ] as const) {
      const facts: Facts = { need, earlierDecision, hospitalPlan: 'none', needChanged: 'no' };
      const decision = decide(knowledge, { date: civilDate('2026-06-30'), facts });
      expect(decision.missing, need).to.deep.equal([]);
      expect(decision.situation, need).to.not.equal('personal-assistance');
    }
  });
});
