import { expect } from 'chai';
import { describe, it } from 'mocha';
import { answerAbout } from '../../src/answers/index.ts';
import { askGuide } from '../../src/bot/index.ts';
import { plainText } from '../../src/cards/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import { dialogs, knowledge } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';
import { shown } from './everyReply.ts';

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

describe('a day before a standard began', () => {
  it('is not told as if the standard said nothing of the subject', () => {
    const date = civilDate('2024-05-05');
    const [before = '', between = ''] = dialogs.phrases['answer.silent']!.split(/\{[a-z]+\}/u);
    const faults = knowledge.articles.flatMap(({ id }) =>
      knowledge.municipalities
        .filter((place) => !place.unnamed && guide.questions.speaking.get(id)?.municipalities.has(place.id))
        .flatMap(({ id: municipality, name }) => {
          const reply = answerAbout(guide.questions, { article: id, date, municipality });
          const said = reply ? plainText(shown(id, reply).view, guide.phrases) : '';
          return said.includes(`${before}${name}${between}`) ? [`${id} in ${municipality}`] : [];
        }),
    );
    expect(faults.slice(0, 20), String(faults.length)).to.deep.equal([]);
  });
});
