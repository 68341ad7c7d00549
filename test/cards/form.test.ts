import { expect } from 'chai';
import { phrasesFrom, renderCard, type FormView } from '../../src/cards/index.ts';
import { shownTexts } from '../helpers/cardLinter.ts';
import { dialogs } from '../helpers/content.ts';
import { outcome, walk } from '../helpers/views.ts';

const phrases = phrasesFrom(dialogs.phrases);
const form = (atMostLeft: number): FormView => ({
  ...{ kind: 'form', ...walk, treeTitle: 'Tjekliste', asOf: outcome.asOf, form: 'points', title: 'Tre punkter' },
  questions: ['goals', 'roles', 'whole'].map((id) => ({ id, text: `Er ${id} på plads?`, options: [] })),
  progress: { number: 2, atMostLeft },
  canGoBack: true,
});
const counted = (view: FormView): readonly string[] =>
  shownTexts(renderCard(view, phrases)).filter((text) => text.startsWith('Spørgsmål'));

describe('how far a form is', () => {
  it('counts each of its questions', () => {
    expect(counted(form(4))).to.deep.equal([phrases.say('question.progress', { number: '2–4', left: '4' })]);
  });

  it('is not said of the last one, which several questions stand on', () => {
    expect(counted(form(0))).to.deep.equal([]);
  });
});
