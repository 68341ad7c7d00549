import { askButton } from './answerCard.ts';
import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { OfferView } from './answerViews.ts';
import { handoffButton, helpButton, menuButton, mostButtons, resumeButton } from './ways.ts';

/** No answer yet, or none at all: what is said, and a button for each thing that can be asked instead. */
export const offerCard = ({ text, details, choices, about, resume }: OfferView, phrases: Phrases): Page => ({
  summary: text,
  speak: [text, ...choices.map(({ label }) => label)].join(' '),
  blocks: [
    { kind: 'text', text },
    ...details.map((detail) => ({ kind: 'text', text: detail }) as const),
    ...(choices.length === 0 ? [] : [{ kind: 'buttons', buttons: choices.map(askButton) } as const]),
  ],
  actions: [
    ...(resume ? [resumeButton(resume, phrases)] : []),
    ...(about ? [handoffButton(about, phrases)] : []),
    menuButton(phrases),
    helpButton(phrases),
  ].slice(0, Math.max(1, mostButtons - choices.length)),
});
