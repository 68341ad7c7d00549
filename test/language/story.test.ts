import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { civilDate } from '../../src/dates/index.ts';
import { readStory, type Setting } from '../../src/language/story/index.ts';
import { denied, notTheirs, told } from './stories.ts';

const reached = (is: boolean): 'reached' | 'not-reached' => (is ? 'reached' : 'not-reached');
const setting: Setting = {
  today: civilDate('2026-11-22'),
  pensionAge: ({ years, birthYear }) => {
    if (years !== undefined) return reached(years >= 67);
    return birthYear === undefined || birthYear === 1959 ? 'unknown' : reached(birthYear < 1959);
  },
};
/** All that a text states, in one line: "age=84 careNeed=yes day=2026-11-20:discharge". */
const read = (text: string): string => {
  const { facts, age, birthYear, dates } = readStory(text, setting);
  return [
    ...facts.map(({ fact, value }) => `${fact}=${value}`),
    ...(age === undefined ? [] : [`age=${String(age)}`]),
    ...(birthYear === undefined ? [] : [`born=${String(birthYear)}`]),
    ...dates.map(({ day, event }) => `day=${day}${event === undefined ? '' : `:${event}`}`),
  ]
    .sort()
    .join(' ');
};
const storiesOf = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', facts = ''] = line.split(/ => ?/u);
      return [text, facts.trim().split(' ').sort().join(' ')] as const;
    });
const tables = { told, denied, notTheirs };
const stories = Object.values(tables).flatMap(storiesOf);

/** Nothing but letters changes between these spellings. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  'in small letters': (text) => text.toLowerCase(),
  'with ae, oe and aa': (text) => text.replace(/æ/giu, 'ae').replace(/ø/giu, 'oe').replace(/å/giu, 'aa'),
  'with letters taken apart': (text) => text.normalize('NFD'),
  'with spaces around': (text) => `  ${text} \n`,
};

const longText = 100_000;
/** Pieces that are read with most work, alone and mixed. */
const pieces = [
  'hun har ikke ',
  'BPA ',
  'den 3. maj ',
  '§ 83 fra 2023 bevilling ',
  '84 ',
  '84-årig ',
  'datteren ',
  'hvis ',
  'udskrevet med GOP ',
  'får får hjælp ',
  'hjerneskade som barn ',
  '1.1',
  'æ',
  '§',
  '. ',
  '\n',
];

describe('readStory', () => {
  it('is held against enough stories', () => {
    expect(stories.length).to.be.at.least(150);
    expect(storiesOf(denied).length).to.be.at.least(40);
    expect(storiesOf(notTheirs).length).to.be.at.least(20);
  });

  for (const [name, table] of Object.entries(tables))
    describe(name, () => {
      for (const [text, facts] of storiesOf(table))
        it(`${text} → ${facts}`, () => {
          expect(read(text)).to.equal(facts);
        });
    });

  for (const [name, spell] of Object.entries(spellings))
    it(`reads the same ${name}`, () => {
      for (const [text, facts] of stories) expect(read(spell(text)), text).to.equal(facts);
    });

  it('tells where the words stand', () => {
    for (const [text] of stories)
      for (const { said, from, to } of readStory(text, setting).facts) {
        expect(said).to.equal(text.slice(from, to));
        expect(said).to.not.equal('');
      }
    const [plan] = readStory('🙂 Hun har I\u200bKKE været indlagt.', setting).facts;
    expect(plan?.said).to.equal('I\u200bKKE været indlagt');
  });

  it('forgives one wrong letter in a longer word, but not in "medført" or "uændret"', () => {
    for (const text of ['hun får hjemmepelje', 'hun får hjemmpleje', 'hun får hjemmeplleje'])
      expect(read(text), text).to.equal('careNeed=yes');
    expect(read('Faldet har medført smerter')).to.equal('');
    expect(read('behovet er uændret')).to.equal('needChanged=no');
  });

  it('gives each fact once, in the order of the text', () => {
    for (const [text] of stories) {
      const { facts } = readStory(text, setting);
      expect(new Set(facts.map(({ fact }) => fact)).size).to.equal(facts.length);
      expect(facts.map(({ from }) => from)).to.deep.equal(facts.map(({ from }) => from).sort((one, two) => one - two));
    }
  });

  it('says nothing of an age that the setting does not know', () => {
    const unknowing: Setting = { ...setting, pensionAge: () => 'unknown' };
    expect(readStory('Hun er 84 år, født i 1942', unknowing)).to.deep.equal({
      facts: [],
      age: 84,
      birthYear: 1942,
      dates: [],
    });
  });

  it('never throws, whatever the text is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...pieces, ...stories.map(([text]) => text)),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (texts) => {
        const text = texts.join(' ');
        for (const { said, from, to } of readStory(text, setting).facts) expect(said).to.equal(text.slice(from, to));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('reads no text of more than 20,000 characters', () => {
    const text = 'Hun har BPA. '.repeat(2000);
    expect(readStory(text.slice(0, 20_000), setting).facts).to.have.length(1);
    expect(readStory(text, setting)).to.deep.equal({ facts: [], dates: [] });
  });

  it('takes under 50 ms for 100,000 characters, and no more than in proportion for what it reads', () => {
    const fastest = (text: string): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          readStory(text, setting);
          return performance.now() - start;
        }),
      );
    for (const one of [...pieces, pieces.join('')]) {
      const text = one.repeat(Math.ceil(longText / one.length));
      expect(fastest(text.slice(0, longText)), one).to.be.below(50);
      const [short, long] = [fastest(text.slice(0, 2500)), fastest(text.slice(0, 20_000))];
      expect(long, one).to.be.below(Math.max(50, 40 * short));
    }
  });
});
