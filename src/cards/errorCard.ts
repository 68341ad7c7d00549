import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { ErrorView } from './views.ts';
import { helpButton, menuButton } from './ways.ts';

/** Something failed: one calm sentence, a reference to give to those who look after the guide, and a way forward. */
export const errorCard = ({ reference }: ErrorView, phrases: Phrases): Page => {
  const heading = phrases.say('error.heading');
  const text = phrases.say('error.text');
  return {
    summary: heading,
    speak: `${heading} ${text}`,
    blocks: [
      { kind: 'title', text: heading },
      { kind: 'text', text },
      { kind: 'text', text: phrases.say('error.reference', { reference }) },
    ],
    actions: [menuButton(phrases), helpButton(phrases)],
  };
};
