import { sectionUnder, type Block } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { OutcomeView, SummaryView } from './views.ts';
import { walkOf } from './ways.ts';

type Ended = OutcomeView | SummaryView;

/** "Hvorfor dette svar": each answer with the provision that makes it count. What is said to be missing is no reason. */
export const reasonSection = (view: Ended, phrases: Phrases): Block[] => {
  const missing = view.kind === 'outcome' ? view.missing : [];
  const unknown = phrases.say('answer.unknown');
  const reasons = view.reasons.filter(({ text, answer }) => answer !== unknown || !missing.includes(text));
  const items = reasons.map(({ text, answer, provision }) =>
    phrases.say('outcome.reason', { question: text, answer, provision }),
  );
  return sectionUnder(phrases.say('outcome.reasons'), items.length === 0 ? [] : [{ kind: 'list', items }]);
};

/** A way to give one of the answers again. */
export const correctionSection = (view: Ended, phrases: Phrases): Block[] => {
  if (view.reasons.length === 0) return [];
  const options = view.reasons.map(({ question, text }) => ({ id: question, label: text }));
  const input = {
    id: 'question',
    label: phrases.say('input.edit'),
    hint: phrases.say('input.editHint'),
    options,
  } as const;
  const button = {
    title: phrases.say('action.edit'),
    data: { kind: 'edit', ...walkOf(view) },
    withInput: true,
  } as const;
  return [{ kind: 'section', blocks: [{ kind: 'correction', input, button }] }];
};
