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

describe('words that say nothing', () => {
  for (const text of ['er det', 'har hun', 'siger han'])
    it(`get no choice: "${text}"`, () => {
      expect(kindOf(text)).to.equal('nothing');
    });
});

describe('a subject by itself', () => {
  for (const text of ['ophold', 'journal', 'demens', 'leder', 'fald', 'mad', 'Journal?', 'tid sted'])
    it(`gets a choice of what is said about it: "${text}"`, () => {
      const reply = answerTo(guide.questions, { text, date: today });
      expect(reply.kind).to.equal('choose');
      expect(reply.kind === 'choose' && reply.articles.length).to.be.within(2, 3);
    });

  for (const text of ['genoptræning', 'hjælpemidler', 'klage frist'])
    it(`is told at once where one answer fits best: "${text}"`, () => {
      expect(kindOf(text)).to.equal('answer');
    });

  for (const text of ['kvantefysik', 'skovsnegle', 'medicin', 'min løn'])
    it(`that the guide does not speak of gets none: "${text}"`, () => {
      expect(kindOf(text)).to.be.oneOf(['nothing', 'outside']);
    });
});
