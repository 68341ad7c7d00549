import { expect } from 'chai';
import { describe, it } from 'mocha';
import { guide } from '../helpers/guide.ts';

const placesIn = (text: string): readonly string[] => guide.questions.names.read(text).municipalities;

describe('Vejen, and the way', () => {
  for (const text of [
    'hvem træner i vejen',
    'hvad gælder der i vejen',
    'hvad gælder i vejen for plejehjem',
    'hvordan er det i vejen med kørsel',
    'hun bor i vejen med sin mand',
    'hvornår starter træningen i Vejen Kommune?',
    'vejen frist opstart',
    'og i vejen?',
  ])
    it(`names the municipality: ${text}`, () => {
      expect(placesIn(text)).to.deep.equal(['vejen']);
    });

  for (const text of [
    'der er ikke andet i vejen med hende',
    'er der noget i vejen for at hun træner hjemme',
    'hvad er der i vejen med ham',
    'der er intet i vejen',
    'rollatoren står i vejen for os',
    'han faldt på vejen hjem',
    'hun er godt på vejen',
  ])
    it(`names no municipality: ${text}`, () => {
      expect(placesIn(text)).to.deep.equal([]);
    });
});
