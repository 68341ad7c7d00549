import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { TextView } from './views.ts';
import { helpButton, menuButton } from './ways.ts';

/** A text to copy, paragraph by paragraph and line by line as it stands. */
export const textCard = ({ text }: TextView, phrases: Phrases): Page => {
  const heading = phrases.say('text.heading');
  const hint = phrases.say('text.hint');
  const paragraphs = text
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''));
  return {
    summary: heading,
    speak: `${heading}. ${hint}`,
    blocks: [
      { kind: 'title', text: heading },
      { kind: 'subtle', text: hint },
      ...paragraphs.filter(({ length }) => length > 0).map((lines) => ({ kind: 'lines', lines }) as const),
    ],
    actions: [menuButton(phrases), helpButton(phrases)],
  };
};
