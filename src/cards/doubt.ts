import type { Block } from './page.ts';
import type { Phrases } from './phrases.ts';

/**
 * What is not settled, as a card says it. Doubts are told in Danish alone: on an English card such a sentence stands whole,
 * after one in English that says that something is not settled.
 */
export const doubtText = (doubt: string, phrases: Phrases): string => {
  if (phrases.language === 'da') return phrases.say('outcome.doubt', { doubt });
  const inShort = phrases.say('answer.doubtInShort');
  return doubt === inShort ? inShort : `${inShort} ${doubt}`;
};

/** Said once above what a card tells in the law's own words, where those are not in the language of the card. */
export const untranslatedNote = (view: { readonly untranslated?: boolean }, phrases: Phrases): Block[] =>
  view.untranslated ? [{ kind: 'subtle', text: phrases.say('card.untranslated') }] : [];
