import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askGuide } from '../../src/bot/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import { knowledge } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

/** Days before all that has been read, on its edge, and long after it. */
const days = ['1900-01-01', '1990-01-01', '2014-12-31', '2015-01-01', '2036-01-01', '2199-12-31'].map(civilDate);

describe('a question for any day there is', () => {
  for (const date of days)
    it(`gets no answer without a source, and nothing unfilled, on ${date}`, () => {
      const faults = knowledge.articles.flatMap(({ id, asks: [text = ''] }) => {
        const { kind, text: said, citations } = askGuide(guide, { text, date });
        return [
          ...(kind === 'answer' && citations.length === 0 ? [`${id} without a source: ${text}`] : []),
          ...(/[{}]|undefined|NaN/u.test(said) ? [`${id} unfilled: ${text}`] : []),
        ];
      });
      expect(faults).to.deep.equal([]);
    });
});
