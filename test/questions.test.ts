import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { guide } from './helpers/guide.ts';
import {
  lockFile,
  questionsIn,
  scoresOf,
  sets,
  sha256Of,
  understoodBy,
  verdictOn,
  type Lock,
} from './questions/score.ts';

const lock = JSON.parse(readFileSync(lockFile, 'utf8')) as Lock;
/** How many points a score may change for the worse before it must be looked at. */
const slack = 1;
const rounding = 1e-9;

describe('the question sets', () => {
  it('are those that the scores were measured on', () => {
    for (const set of [...sets, 'wordings'] as const) expect(sha256Of(set), set).to.equal(lock[set].sha256);
  });

  it('hold at least 300 questions, none of them twice', () => {
    const seen = new Set<string>();
    const twice = new Map<string, number>(sets.map((set) => [set, 0]));
    let count = 0;
    for (const set of sets)
      for (const { text } of questionsIn(set)) {
        const key = text.trim().toLowerCase();
        if (seen.has(key)) twice.set(set, (twice.get(set) ?? 0) + 1);
        seen.add(key);
        count++;
      }
    expect(Object.fromEntries(twice), 'texts that come again').to.deep.equal({ tuning: 0, unseen: 0 });
    expect(count).to.be.at.least(300);
  });

  // Of the unseen questions only figures are shown: what is read is tuned on.
  for (const set of sets)
    it(`${set}: no score is more than ${String(slack)} point worse than the one that stands`, () => {
      const verdicts = questionsIn(set).map((question) => ({ id: question.id, ...verdictOn(guide, question) }));
      const now = scoresOf(verdicts);
      const stood = lock[set];
      console.log(`      ${set}: ${JSON.stringify(now)}`);
      const worse = [
        ...(['right', 'cited'] as const).filter((measure) => now[measure] < stood[measure] - slack - rounding),
        ...(now.wrongConfident > stood.wrongConfident + slack + rounding ? ['wrongConfident'] : []),
      ];
      const missed = verdicts.filter(({ right, cited }) => !right || !cited).map(({ id }) => id);
      const shown = set === 'tuning' ? ` missed: ${missed.join(' ')}` : '';
      expect(worse, `${JSON.stringify(now)} after ${JSON.stringify(stood)}${shown}`).to.deep.equal([]);
    });

  it(`wordings: no share is more than ${String(slack)} point worse than the one that stands`, () => {
    const { shares, missed } = understoodBy(guide);
    console.log(`      wordings: ${JSON.stringify(shares)}`);
    const worse = (['told', 'leftAlone'] as const).filter((one) => shares[one] < lock.wordings[one] - slack - rounding);
    expect(worse, `${JSON.stringify(shares)}; missed, among others: ${missed.slice(0, 20).join(' | ')}`).to.deep.equal(
      [],
    );
  });
});
