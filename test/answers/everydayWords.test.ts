import { expect } from 'chai';
import { wordsOf } from '../../src/language/index.ts';
import { knowledge } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const { vocabulary } = guide.questions.search;
const everyday = Object.entries(knowledge.words.everyday);
const meaningOf = (text: string): ReadonlySet<number> => new Set(vocabulary.read(text).features.keys());

describe('everyday words', () => {
  it('are called by words that the guide’s own texts hold', () => {
    const unknown = everyday.filter(([own]) => !wordsOf(own).every((word) => vocabulary.speaksOf(word)));
    expect(unknown.map(([own]) => own)).to.deep.equal([]);
  });

  it('are in none of those texts, and stand under one word each', () => {
    const words = everyday.flatMap(([, others]) => others);
    const keys = words.map((word) => wordsOf(word)[0]?.key ?? '');
    expect(words.filter((_, at) => vocabulary.knows(keys[at] ?? ''))).to.deep.equal([]);
    expect(words.filter((_, at) => keys.indexOf(keys[at] ?? '') !== at)).to.deep.equal([]);
  });

  it('mean what they are called', () => {
    const spoken = new Set(Object.keys(knowledge.words.spoken));
    const missed = everyday.flatMap(([own, others]) =>
      others.filter((other) => !spoken.has(other) && [...meaningOf(own)].every((one) => !meaningOf(other).has(one))),
    );
    expect(missed).to.deep.equal([]);
  });
});

describe('a word that is broken off', () => {
  for (const [written, whole] of [
    ['helbredsoplysn', 'helbredsoplysninger'],
    ['kvalitetsstand', 'kvalitetsstandard'],
    ['genoptræningsp', 'genoptræningsplan'],
  ] as const)
    it(`is understood: ${written}.`, () => {
      expect([...meaningOf(written)].some((one) => meaningOf(whole).has(one))).to.equal(true);
    });

  it('is left alone when it is too short to tell', () => {
    expect(vocabulary.speaksOf({ key: 'zzq', kind: 'word' })).to.equal(false);
    expect(vocabulary.speaksOf({ key: 'hel', kind: 'word' })).to.equal(vocabulary.knows('hel'));
  });
});
