import { present, type Block, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { FormView } from './views.ts';
import { menuButton, restartButton, walkOf } from './ways.ts';

/** Each question in a section of its own, so that it is clear which choices are whose. */
const questionBlock = ({ id, text, options }: FormView['questions'][number], phrases: Phrases): Block => {
  const label = phrases.say('input.required', { label: text });
  const input = { id, label, options, required: phrases.say('input.choiceMissing') } as const;
  return { kind: 'section', blocks: [{ kind: 'choice', input }] };
};

/** Its questions are counted as when they are asked one by one; where nothing comes after them there is nothing to count. */
const progressOf = ({ questions, progress: { number, atMostLeft } }: FormView, phrases: Phrases): string | undefined =>
  atMostLeft === 0
    ? undefined
    : phrases.say('question.progress', {
        number: `${String(number)}–${String(number + questions.length - 1)}`,
        left: String(atMostLeft),
      });

/** Several questions on one card, with one button for all of them. */
export const formCard = (view: FormView, phrases: Phrases): Page => {
  const at = walkOf(view);
  return {
    summary: view.title,
    speak: [view.note, view.title, ...view.questions.map(({ text }) => text)].filter(Boolean).join(' '),
    blocks: [
      ...present(view.note, (text) => ({ kind: 'box', blocks: [{ kind: 'text', text }] })),
      { kind: 'title', text: view.title },
      { kind: 'text', text: phrases.say('form.help') },
      ...view.questions.map((question) => questionBlock(question, phrases)),
      ...present(progressOf(view, phrases), (text) => ({ kind: 'subtle', text })),
      { kind: 'subtle', text: phrases.say('question.asOf', { date: phrases.date(view.asOf) }) },
    ],
    actions: [
      { title: phrases.say('action.answer'), data: { kind: 'answer', ...at, form: view.form }, withInput: true },
      view.canGoBack ? { title: phrases.say('action.back'), data: { kind: 'back', ...at } } : menuButton(phrases),
      restartButton(view, phrases),
    ],
  };
};
