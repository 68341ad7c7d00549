import type { Button } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { OutcomeView, SummaryView } from './views.ts';
import { handoffButton, menuButton, mostButtons, resumeButton, shareButton, startButton, walkOf } from './ways.ts';

/**
 * The buttons at the end of a walk. What can be done with the answer stands first. The ways on come after it as far as
 * there is room beside the button that corrects: the words of those that are left out work typed. Nothing is lost by
 * beginning afresh from an end, so that button carries no answers.
 */
export const endButtons = (view: OutcomeView | SummaryView, phrases: Phrases): readonly Button[] => {
  const walk = walkOf(view);
  const own = [
    { title: phrases.say('action.text'), data: { kind: 'text', ...walk } } as const,
    handoffButton(walk, phrases),
    // Beside all that a walk that was put aside carries, a message would grow past what Teams takes.
    ...(view.resume ? [] : [shareButton(walk, phrases)]),
  ];
  const on = [
    ...(view.resume ? [resumeButton(view.resume, phrases)] : []),
    ...(view.kind === 'summary' ? view.then.map(startButton) : []),
    menuButton(phrases),
    { title: phrases.say('action.restart'), data: { kind: 'restart', tree: walk.tree, run: walk.run } } as const,
  ];
  const correcting = view.reasons.length === 0 ? 0 : 1;
  return [...own, ...on.slice(0, mostButtons - correcting - own.length)];
};
