import { expect } from 'chai';
import { describe, it } from 'mocha';
import { chance } from '../conversation/walks.ts';
import { guide } from '../helpers/guide.ts';
import { questionsIn, scoresOf, verdictOn } from '../questions/score.ts';
import { misspell } from './misspell.ts';

/** How many points fewer may be right. */
const most = 5;

describe('a question with one slip in one word', () => {
  it(`is answered right at most ${String(most)} points more seldom than without`, () => {
    const next = chance(20_261_122);
    const questions = questionsIn('tuning');
    const misspelt = questions.map((question) => ({ ...question, text: misspell(question.text, next) }));
    expect(misspelt.filter(({ text }, at) => text !== questions[at]?.text).length).to.be.above(0.98 * questions.length);
    const before = questions.map((question) => verdictOn(guide, question));
    const after = misspelt.map((question) => verdictOn(guide, question));
    const lost = misspelt.filter((_, at) => before[at]?.right && !after[at]?.right).map(({ id }) => id);
    const [without, having] = [scoresOf(before), scoresOf(after)];
    console.log(`      right without ${String(without.right)} %, with ${String(having.right)} %`);
    expect(without.right - having.right, `lost: ${lost.join(' ')}`).to.be.at.most(most);
  });
});
