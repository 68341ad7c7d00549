import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { NoteView } from './views.ts';
import { continueButton, handoffButton, helpButton, menuButton } from './ways.ts';

/** A short kind sentence and a way forward. */
export const noteCard = ({ text, resume, about }: NoteView, phrases: Phrases): Page => ({
  summary: text,
  speak: text,
  blocks: [{ kind: 'text', text }],
  actions: [
    ...(resume ? [continueButton(resume, phrases)] : []),
    ...(about ? [handoffButton(about, phrases)] : []),
    menuButton(phrases),
    helpButton(phrases),
  ],
});
