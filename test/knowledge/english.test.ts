import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { load as parseYaml } from 'js-yaml';
import { describe, it } from 'mocha';
import { dataFiles, guidanceSchema, municipalitySchema, type Standard } from '../../src/knowledge/index.ts';
import { projectRoot } from '../helpers/content.ts';

const raw = (file: string): unknown => parseYaml(readFileSync(join(projectRoot, file), 'utf8'));

const standards: readonly Standard[] = [
  ...dataFiles(projectRoot, 'knowledge/municipalities').flatMap(
    (file) => municipalitySchema.parse(raw(file)).standards,
  ),
  ...dataFiles(projectRoot, 'knowledge/guidance').map((file) => guidanceSchema.parse(raw(file)).guidance),
];

/** Every text of a standard that a reader of English must be able to read, and where it stands. */
const told = standards.flatMap(({ id, facts }) =>
  facts.flatMap((fact) =>
    fact.values.flatMap(({ text, english, today }, index) => {
      const at = `${id}/${fact.id}/${String(index)}`;
      return [
        { at, text, english },
        ...(today ? [{ at: `${at}/today`, text: today.text, english: today.english }] : []),
      ];
    }),
  ),
);

/** The numbers in a text, in order of size as text; 25,00 and 25.00 are the same. */
const numbersIn = (text: string): string[] => (text.match(/\d+|½/gu) ?? []).sort();

/** What a text points at: "§ 83 a", "stk. 2", "nr. 3". */
const placesIn = (text: string): string[] => (text.match(/(?:§|stk\.|nr\.) \d+(?: [a-h](?!\p{L}))?/gu) ?? []).sort();

const phrasesIn = (file: string): Readonly<Record<string, string>> =>
  (raw(file) as { phrases: Record<string, string> }).phrases;
const namesIn = (sentence: string): string[] => (sentence.match(/\{[^{}]*\}/gu) ?? []).sort();

describe('the standards in English', () => {
  it('are there to be read', () => {
    expect(standards.length).to.be.at.least(6);
    expect(told.length).to.be.above(standards.length);
  });

  it('say every fact and what holds today', () => {
    expect(told.filter(({ english }) => english === undefined).map(({ at }) => at)).to.deep.equal([]);
  });

  it('are not the Danish text once more', () => {
    expect(told.filter(({ text, english }) => english === text).map(({ at }) => at)).to.deep.equal([]);
  });

  it('hold the same numbers as the Danish text', () => {
    for (const { at, text, english = '' } of told) expect(numbersIn(english), at).to.deep.equal(numbersIn(text));
  });

  it('point at the same paragraphs as the Danish text', () => {
    for (const { at, text, english = '' } of told) expect(placesIn(english), at).to.deep.equal(placesIn(text));
  });
});

describe('the phrases in English', () => {
  const danish = phrasesIn('dialogs/phrases.yaml');
  const english = phrasesIn('dialogs/phrases.en.yaml');

  it('have the keys of the Danish phrases in the same order', () => {
    expect(Object.keys(english)).to.deep.equal(Object.keys(danish));
  });

  it('are sentences with the {names} of the Danish phrases', () => {
    for (const [key, sentence] of Object.entries(danish)) {
      expect((english[key] ?? '').trim(), key).to.not.equal('');
      expect(namesIn(english[key] ?? ''), key).to.deep.equal(namesIn(sentence));
    }
  });
});
