import { isCivilDate } from '../dates/index.ts';
import { listUnder, present, type Block, type Button, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { OptionView, QuestionView } from './views.ts';
import { understoodSection } from './understood.ts';
import { menuButton, restartButton, walkOf } from './ways.ts';

const mostButtons = 3;
/** A longer title is cut on a narrow phone. */
const longestButton = 40;

const fitsButtons = ({ input, options }: QuestionView): boolean =>
  input === 'choice' && options.length <= mostButtons && options.every(({ label }) => label.length <= longestButton);

const optionButton = (view: QuestionView, { id, label }: OptionView): Button => ({
  title: label,
  data: { kind: 'answer', ...walkOf(view), question: view.question, option: id },
});

const buttonBlocks = (view: QuestionView): Block[] => {
  const buttons = view.options.map((option) => optionButton(view, option));
  if (view.options.every(({ help }) => help === undefined)) return [{ kind: 'buttons', buttons }];
  return view.options.flatMap((option): Block[] => [
    { kind: 'buttons', buttons: [optionButton(view, option)] },
    ...present(option.help, (text) => ({ kind: 'subtle', text })),
  ]);
};

const answerIn = ({ chosen, options }: QuestionView, phrases: Phrases): string | undefined =>
  chosen !== undefined && isCivilDate(chosen) ? phrases.date(chosen) : options.find(({ id }) => id === chosen)?.label;

const inputBlock = (view: QuestionView, phrases: Phrases): Block => {
  const { chosen, options, text } = view;
  const label = phrases.say('input.required', { label: text });
  if (view.input === 'date')
    return {
      kind: 'date',
      input: {
        label,
        required: phrases.say('input.dateMissing'),
        ...(chosen !== undefined && isCivilDate(chosen) ? { chosen } : {}),
      },
    };
  const input = {
    id: 'option',
    label,
    options,
    required: phrases.say('input.choiceMissing'),
    ...(chosen === undefined ? {} : { chosen }),
  } as const;
  return { kind: 'choice', input };
};

const progressOf = ({ progress: { number, atMostLeft } }: QuestionView, phrases: Phrases): string =>
  atMostLeft === 0
    ? phrases.say('question.progressLast', { number: String(number) })
    : phrases.say('question.progress', { number: String(number), left: String(atMostLeft) });

/** The question with everything needed to answer it; with an input, its label is the question, so the tree's title heads it. */
export const questionBlocks = (view: QuestionView, phrases: Phrases): Block[] => {
  const asButtons = fitsButtons(view);
  return [
    ...present(view.note, (text) => ({ kind: 'box', blocks: [{ kind: 'text', text }] })),
    ...understoodSection(view, phrases),
    ...listUnder(phrases.say('outcome.candidates'), view.candidates ?? []),
    { kind: 'title', text: asButtons ? view.text : view.treeTitle },
    ...present(view.help, (text) => ({ kind: 'text', text })),
    ...present(answerIn(view, phrases), (answer) => ({
      kind: 'text',
      text: phrases.say('question.chosen', { answer }),
    })),
    ...(asButtons ? buttonBlocks(view) : [inputBlock(view, phrases)]),
    { kind: 'subtle', text: progressOf(view, phrases) },
    { kind: 'subtle', text: phrases.say('question.asOf', { date: phrases.date(view.asOf) }) },
  ];
};

/** The ways forward from a question; never more than fit beside its answer buttons. */
export const questionActions = (view: QuestionView, phrases: Phrases, why: 'why' | 'no-why'): Button[] => {
  const at = { ...walkOf(view), question: view.question };
  return [
    ...(fitsButtons(view)
      ? []
      : [{ title: phrases.say('action.answer'), data: { kind: 'answer', ...at }, withInput: true } as const]),
    ...(why === 'why' ? [{ title: phrases.say('action.why'), data: { kind: 'why', ...at } } as const] : []),
    view.canGoBack ? { title: phrases.say('action.back'), data: { kind: 'back', ...at } } : menuButton(phrases),
    restartButton(view, phrases),
  ];
};

/** One question: a button for each of few options, an input for many or for a day. */
export const questionCard = (view: QuestionView, phrases: Phrases): Page => {
  const options = view.options.map(({ label }) => label).join(', ');
  return {
    summary: view.text,
    speak: [view.note, view.text, view.help, options && phrases.say('question.options', { options })]
      .filter(Boolean)
      .join(' '),
    blocks: questionBlocks(view, phrases),
    actions: questionActions(view, phrases, 'why'),
  };
};
