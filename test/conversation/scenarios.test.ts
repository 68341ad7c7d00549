import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { JSON_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { civilDate } from '../../src/dates/index.ts';
import { isOutcome } from '../../src/trees/index.ts';
import { projectRoot, tree } from '../helpers/content.ts';
import { seen, TestGuide } from '../helpers/talk.ts';
import { positionOf } from './walks.ts';

const file = 'test/scenarios/hvilken-paragraf.yaml';
const scenarioSchema = z.strictObject({
  name: z.string().min(10),
  asOf: z.string().transform(civilDate),
  /** Question id to the words typed for it, in the order asked. */
  answers: z.record(z.string(), z.string()),
  expect: z.strictObject({
    outcome: z.string(),
    provisions: z.array(z.string()),
    candidates: z.array(z.string()).default([]),
    contact: z.enum(['must', 'should', 'must-if-changed']).optional(),
  }),
  why: z.string(),
});
const scenarios = z
  .array(scenarioSchema)
  .parse(load(readFileSync(join(projectRoot, file), 'utf8'), { schema: JSON_SCHEMA }));

describe(file, () => {
  for (const { name, asOf, answers, expect: expected } of scenarios)
    it(`${name} (${asOf})`, async () => {
      const talk = new TestGuide({ today: asOf }).talk();
      let reply = await talk.say('hvilken paragraf gælder?');
      for (const [question, words] of Object.entries(answers)) {
        expect(seen(reply, 'question').question).to.equal(question);
        reply = await talk.say(words);
      }
      const outcome = seen(reply, 'outcome');
      expect(positionOf((await talk.answers())!, asOf).id).to.equal(expected.outcome);
      expect(outcome.governing.map(({ id }) => id)).to.have.members(expected.provisions);
      expect(outcome.candidates.map(({ id }) => id)).to.have.members(expected.candidates);
      const open = expected.candidates.length > 0 || expected.provisions.length === 0;
      expect(outcome.contact.verdict).to.equal(expected.contact ?? (open ? 'should' : 'must-if-changed'));
    });

  it('holds at least thirty conversations, each with a name of its own, and ends in every outcome', () => {
    expect(new Set(scenarios.map(({ name }) => name))).to.have.length(scenarios.length);
    expect(scenarios.length).to.be.at.least(30);
    const ends = Object.entries(tree.nodes).flatMap(([id, node]) => (isOutcome(node) ? [id] : []));
    expect([...new Set(scenarios.map((scenario) => scenario.expect.outcome))]).to.have.members(ends);
  });
});
