import { expect } from 'chai';
import { textsOf, type Card } from './cardReader.ts';
import { dialogs } from './content.ts';

/** A language that the guide speaks. */
export type Language = 'da' | 'en';
const phrasesOf = { da: dialogs.phrases, en: dialogs.phrasesEnglish } as const;

/** Literal words of a phrase that are long enough to be known again in a longer text. */
const known = 15;
const longest = (phrase: string): string =>
  phrase
    .split(/\{[^{}]*\}/u)
    .map((part) => part.trim())
    .reduce((one, other) => (other.length > one.length ? other : one), '');

/** Tells which phrases of one language, and not of the other, a text holds. */
const phrasesIn = (language: Language) => {
  const others = Object.values(phrasesOf[language === 'da' ? 'en' : 'da']);
  const own = Object.entries(phrasesOf[language]).filter(([, phrase]) => !others.includes(phrase));
  const whole = new Map(own.filter(([, phrase]) => !phrase.includes('{')).map(([key, phrase]) => [phrase, key]));
  // An authority or a button is a few words inside a sentence, which the law uses too; a draft is Danish on every card.
  const sentences = own.filter(([key]) => !/^(?:authority|action|told)\./u.test(key));
  const parts = sentences.flatMap(([key, phrase]) => {
    const part = longest(phrase);
    return part.length >= known && !others.some((other) => other.includes(part)) ? [[part, key] as const] : [];
  });
  return (text: string): string[] => [
    ...(whole.get(text) === undefined ? [] : [whole.get(text)!]),
    ...parts.filter(([part]) => text.includes(part)).map(([, key]) => key),
  ];
};
const heard = { da: phrasesIn('da'), en: phrasesIn('en') };

/** Everything that a card shows or says, line by line, without marks of lists and escapes. */
export const linesOf = (card: Card): string[] =>
  [...textsOf(card), card.speak, card.fallbackText]
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(/^- /u, '').replace(/\\/gu, '').trim());

/** The card is in one language: it says so, and holds no phrase of the other. */
export const expectOnly = (language: Language, card: Card): void => {
  const lines = linesOf(card);
  expect(card.lang, lines[0]).to.equal(language);
  const foreign = lines.flatMap((line) => heard[language === 'en' ? 'da' : 'en'](line).map((key) => `${key}: ${line}`));
  expect(foreign).to.deep.equal([]);
};
