import { expect } from 'chai';
import { describe, it } from 'mocha';
import { decide, readCase } from '../../src/rules/index.ts';
import { knowledge, provisionsOf, today } from '../helpers/content.ts';
import { expertRows as rows } from './expertRows.ts';

/** A list as a set, whatever it lists; anything else as it is. */
const asSet = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(asSet(item))).sort();
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asSet(inner)]));
  return value;
};

const judged = ['governing', 'candidates', 'missing', 'authority', 'upcoming'];

describe('decide beside the expert table', () => {
  it('has at least 300 rows, each with an id of its own and keys that are judged', () => {
    expect(rows.length).to.be.at.least(300);
    expect(new Set(rows.map(({ id }) => id)).size).to.equal(rows.length);
    for (const row of rows) {
      expect(Object.keys(row.expect), row.id).to.not.deep.equal([]);
      expect(judged, row.id).to.include.members(Object.keys(row.expect));
    }
  });

  for (const { id, facts, expect: expected, why } of rows)
    it(`${id}: ${why}`, () => {
      const decision = decide(knowledge, readCase(facts, today));
      const found: Readonly<Record<string, unknown>> = {
        ...decision,
        governing: provisionsOf(decision.governing),
        candidates: provisionsOf(decision.candidates),
      };
      for (const [key, value] of Object.entries(expected)) expect(asSet(found[key]), key).to.deep.equal(asSet(value));
    });
});
