import type { Button } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { OutcomeView, SummaryView } from './views.ts';
import {
  handoffButton,
  menuButton,
  mostButtons,
  restartButton,
  resumeButton,
  shareButton,
  startButton,
  walkOf,
} from './ways.ts';

/**
 * The buttons at the end of a walk. What can be done with the answer stands first. The ways on come after it as far as
 * there is room beside the button that corrects: the words of those that are left out work typed.
 */
export const endButtons = (view: OutcomeView | SummaryView, phrases: Phrases): readonly Button[] => {
  const walk = walkOf(view);
  const own = [
    { title: phrases.say('action.text'), data: { kind: 'text', ...walk } } as const,
    handoffButton(walk, phrases),
    shareButton(walk, phrases),
  ];
  const on = [
    ...(view.resume ? [resumeButton(view.resume, phrases)] : []),
    ...(view.kind === 'summary' ? view.then.map(startButton) : []),
    menuButton(phrases),
    restartButton(view, phrases),
  ];
  const correcting = view.reasons.length === 0 ? 0 : 1;
  return [...own, ...on.slice(0, mostButtons - correcting - own.length)];
};
