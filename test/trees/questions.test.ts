import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { CivilDate } from '../../src/dates/index.ts';
import { isQuestion } from '../../src/trees/index.ts';
import { boundaryDays, dialogs, knowledge, today, tree } from '../helpers/content.ts';
import { optionsOf, walkThrough } from './walk.ts';

for (const { id, nodes, settings } of dialogs.trees.values())
  describe(`the questions of ${id}`, () => {
    const questions = Object.entries(nodes).flatMap(([name, node]) =>
      isQuestion(node) ? [[name, node] as const] : [],
    );

    for (const [name, question] of questions)
      it(`let someone who does not know answer ${name}`, () => {
        if ('input' in question) return;
        const unknown = question.options.find((option) => option.id === 'unknown');
        expect(unknown?.label).to.equal('Ved ikke');
        expect(question.options.at(-1)).to.equal(unknown);
      });

    it('say why they are asked, in at most 200 characters and with a provision', () => {
      for (const [name, { why }] of [...questions, ...Object.entries(settings)]) {
        expect(why.text.length, name).to.be.within(20, 200);
        expect(knowledge.provision(why.provision), name).to.not.equal(undefined);
      }
    });

    it('have options that differ in id and label', () => {
      for (const [name, question] of questions)
        if ('options' in question) {
          const labels = question.options.map(({ label }) => label);
          expect(new Set(optionsOf(question)).size, name).to.equal(question.options.length);
          expect(new Set(labels).size, name).to.equal(labels.length);
        }
    });
  });

describe('the reasons for asking in hvilken-paragraf', () => {
  /** Every question that some way through the tree meets on a day. */
  const metOn = (date: CivilDate): ReadonlyMap<string, string> => {
    const met = new Map<string, string>();
    const { options: needs } = tree.nodes.need as { options: readonly { id: string }[] };
    for (const { id: need } of needs)
      for (const earlier of ['none', 'sel-83', 'sel-84', 'sel-86-2', 'unknown'])
        for (const pensionAge of ['reached', 'not-reached'])
          for (const { id, question } of walkThrough(
            date,
            (asked) => ({ need, earlierDecision: earlier, pensionAge })[asked] ?? 'unknown',
          ).steps)
            met.set(id, question.why.provision);
    return met;
  };

  for (const date of [...boundaryDays.slice(1), today])
    it(`stand on provisions that are in force on ${date}`, () => {
      const met = metOn(date);
      expect(met.size).to.be.above(1);
      for (const [id, provision] of met)
        expect(knowledge.provisionOn(provision, date), `${id} stands on ${provision}`).to.have.property(
          'kind',
          'in-force',
        );
    });

  it('are not needed on a day that no rule covers: nothing is asked', () => {
    expect(walkThrough(boundaryDays[0]!, () => 'unknown').steps.map(({ id }) => id)).to.deep.equal([]);
  });
});
