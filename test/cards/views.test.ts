import { expect } from 'chai';
import fc from 'fast-check';
import { cardActivity, forSubmit, plainText, renderCard, type View } from '../../src/cards/index.ts';
import { lintCard, shownTexts } from '../helpers/cardLinter.ts';
import { dialogs } from '../helpers/content.ts';
import { phrasesFrom } from '../../src/cards/index.ts';
import { buttonQuestion, outcome, sourceView, views, walk } from '../helpers/views.ts';

const phrases = phrasesFrom(dialogs.phrases);
const more: Readonly<Record<string, View>> = {
  'a summary': {
    kind: 'summary',
    ...walk,
    treeTitle: 'Klage',
    asOf: outcome.asOf,
    title: 'Klag til kommunen',
    conclusion: 'Klagen går til den, der traf afgørelsen.',
    sections: [
      { heading: 'Frister', text: 'Her er den sidste dag.', items: ['Senest mandag.', 'Dagen selv tæller ikke.'] },
      {
        heading: 'Kalender',
        items: [],
        link: { label: 'Læg i kalender', url: 'http://localhost:3978/kalender/a/b.ics' },
      },
    ],
    reasons: [
      { question: 'about', text: 'Hvad klages der over?', answer: 'Afslag', provision: 'retssikkerhedsloven § 66' },
    ],
    sources: [sourceView],
    then: [{ tree: 'tjekliste', label: 'Tjekliste', description: 'Fem punkter' }],
    resume: { ...walk, title: 'Hvilken paragraf gælder?' },
  },
  'a form': {
    kind: 'form',
    ...walk,
    treeTitle: 'Tjekliste',
    asOf: outcome.asOf,
    form: 'points',
    title: 'Fem punkter',
    questions: ['goals', 'roles'].map((id) => ({
      id,
      text: `Er ${id} på plads?`,
      options: [
        { id: 'yes', label: 'Ja' },
        { id: 'no', label: 'Nej' },
      ],
    })),
    progress: { number: 2, atMostLeft: 0 },
    canGoBack: true,
  },
};
const all = Object.entries({ ...views, ...more });

/** Text as it is compared between a card and its twin: markup, escapes and spaces taken off. */
const bare = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[\\*_~`>#]/gu, '')
    .replace(/^\s*- /gmu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

describe('cards', () => {
  for (const [name, view] of all) {
    it(`${name} can be sent as it is and for clients that only submit`, () => {
      const card = renderCard(view, phrases);
      expect(lintCard(card)).to.deep.equal([]);
      expect(lintCard(forSubmit(card))).to.deep.equal([]);
      expect(JSON.stringify(forSubmit(card))).to.not.contain('Action.Execute');
    });

    it(`${name} has a plain-text twin that says all the card says`, () => {
      const twin = bare(plainText(view, phrases));
      const missing = shownTexts(renderCard(view, phrases)).flatMap((text) =>
        text
          .split('\n')
          .map(bare)
          .filter((line) => line !== '' && !twin.includes(line)),
      );
      // A text view shows its text under a heading of its own; the twin is the text alone.
      expect(view.kind === 'text' ? [] : missing).to.deep.equal([]);
    });

    it(`${name} speaks and sums itself up`, () => {
      const { summary, speak } = cardActivity(view, phrases);
      expect(summary).to.not.equal('');
      expect(speak).to.not.equal('');
    });
  }

  it('never turn text from data into markup', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '[x](https://a.dk)',
          '**fed**',
          '# stor',
          '- punkt',
          '1. juli',
          '<b>x</b>',
          '_kursiv_',
          '`kode`',
        ),
        (evil) => {
          const card = renderCard({ ...buttonQuestion, text: evil, help: evil }, phrases);
          const texts = shownTexts(card);
          expect(texts).to.not.include(evil);
          expect(bare(texts.join(' '))).to.contain(bare(evil).slice(0, 3));
          expect(lintCard(card)).to.deep.equal([]);
        },
      ),
    );
  });

  it('carry only ids in what their actions send', () => {
    for (const [, view] of all)
      for (const [data] of JSON.stringify(renderCard(view, phrases)).matchAll(/"data":\{[^}]*\}/gu))
        expect(data).to.match(/^"data":\{"kind":"[a-z-]+"[A-Za-z0-9":{},-]*\}$/u);
  });
});
