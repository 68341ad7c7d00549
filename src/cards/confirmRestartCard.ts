import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { ConfirmRestartView } from './views.ts';
import { continueButton, restartConfirmed } from './ways.ts';

/** Asks before answers are lost. A yes carries no answers, because none are kept. */
export const confirmRestartCard = (view: ConfirmRestartView, phrases: Phrases): Page => {
  const heading = phrases.say('confirm.heading');
  const text = phrases.say('confirm.text', { topic: view.treeTitle });
  const yes = { kind: 'restart', tree: view.tree, run: view.run, option: restartConfirmed } as const;
  return {
    summary: heading,
    speak: `${heading} ${text}`,
    blocks: [
      { kind: 'title', text: heading },
      { kind: 'text', text },
    ],
    actions: [{ title: phrases.say('action.confirmRestart'), data: yes }, continueButton(view, phrases)],
  };
};
