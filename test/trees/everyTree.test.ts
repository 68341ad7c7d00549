import { expect } from 'chai';
import fc from 'fast-check';
import { before, describe, it } from 'mocha';
import { isOutcome, replay } from '../../src/trees/index.ts';
import { dialogs, sampled, someBoundaryDay } from '../helpers/content.ts';
import { optionsOf, setting, somePicks, walkBy, type Walk } from './walk.ts';

const named = ({ answers }: Pick<Walk, 'answers'>): string => JSON.stringify(answers);

for (const tree of dialogs.trees.values())
  describe(`a walk through ${tree.id}`, () => {
    const walks: Walk[] = [];
    const times = tree.id === 'hvilken-paragraf' ? 2000 : 600;
    before(`walks ${String(times)} times`, () => {
      for (const [date, picks] of fc.sample(fc.tuple(someBoundaryDay, somePicks), sampled(times)))
        walks.push(walkBy(date, picks, tree));
    });

    it('ends in an outcome, and between them the walks end in all', () => {
      for (const walk of walks) {
        expect(walk.end.path, named(walk)).to.deep.equal(walk.steps.map(({ id }) => id));
        expect(new Set(walk.end.path).size, named(walk)).to.equal(walk.end.path.length);
        expect(walk.end.dropped, named(walk)).to.deep.equal([]);
        expect(tree.nodes[walk.end.id], named(walk)).to.equal(walk.end.outcome);
      }
      const outcomes = Object.entries(tree.nodes).flatMap(([id, node]) => (isOutcome(node) ? [id] : []));
      expect([...new Set(walks.map(({ end }) => end.id))]).to.have.members(outcomes);
    });

    it('says at each question at most how many can follow, less after each answer', () => {
      const wrong = walks.filter(({ steps }) =>
        steps.some(
          ({ left }, index) => left < steps.length - index - 1 || left >= (steps[index - 1]?.left ?? Infinity),
        ),
      );
      expect(wrong.map(named)).to.deep.equal([]);
    });

    it('says that nothing follows only where every answer ends the walk', () => {
      const last = walks.flatMap(({ steps }) => steps.filter(({ left }) => left === 0));
      expect(last).to.not.deep.equal([]);
      for (const { id, question, before: answers } of last)
        for (const option of optionsOf(question))
          expect(
            replay(tree, { ...answers, [id]: option }, setting).kind,
            `${option} after ${named({ answers })}`,
          ).to.equal('outcome');
    });
  });

describe('a walk through kontakt-kommunen', () => {
  const tree = dialogs.trees.get('kontakt-kommunen')!;

  it('never says that no contact is needed because of something unknown', () => {
    let needless = 0;
    fc.assert(
      fc.property(someBoundaryDay, somePicks, (date, picks) => {
        const walk = walkBy(date, picks, tree);
        if (walk.end.id !== 'need-not') return;
        needless += 1;
        for (const { id, question } of walk.steps.filter((step) => walk.answers[step.id] === 'unknown'))
          for (const option of optionsOf(question)) {
            const other = replay(tree, { ...walk.answers, [id]: option }, setting);
            expect(other.kind === 'question' || other.id === 'need-not', `${id}=${option} in ${named(walk)}`).to.equal(
              true,
            );
          }
      }),
      sampled(1000),
    );
    expect(needless, 'need-not is met').to.be.above(30);
  });
});
