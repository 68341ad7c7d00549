import { expect } from 'chai';
import { answerTo } from '../../src/answers/index.ts';
import { today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const kindOf = (text: string): string => answerTo(guide.questions, { text, date: today }).kind;

describe('a letter or a number by itself', () => {
  for (const text of ['1', '7', 'a', ' 3. ', 'x?'])
    it(`asks for no answer: "${text}"`, () => {
      expect(kindOf(text)).to.equal('nothing');
    });

  for (const text of ['§ 86', '86', 'hvad er § 5?'])
    it(`is no bar to one that asks: "${text}"`, () => {
      expect(kindOf(text)).to.not.equal('nothing');
    });
});
