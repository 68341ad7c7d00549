import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askGuide } from '../../src/bot/index.ts';
import { today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const ask = (text: string) => askGuide(guide, { text, date: today, municipality: undefined });

describe('hardly more than a provision', () => {
  for (const text of [
    'barnets lov § 46',
    'funktionærloven § 2',
    'databeskyttelsesloven § 5',
    'ældreloven § 25',
    'ældreloven § 140',
    'sundhedsloven § 86',
    'hvad siger sundhedslovens § 139',
    '§ 86 stk. 9',
    '§ 999',
  ])
    it(`that nothing here rests on is left alone: ${text}`, () => {
      expect(ask(text).kind).to.equal('fallback');
    });

  for (const [text, provision] of [
    ['ældreloven § 10', 'ael-10'],
    ['ÆL § 17', 'ael-17'],
    ['SEL § 86 stk 1', 'sel-86-1'],
    ['serviceloven § 83 a', 'sel-83a'],
    ['sundhedsloven § 118 e', 'sul-118e'],
    ['SUL § 140', 'sul-140'],
    ['§ 140 a', 'sul-140a'],
    ['ældreloven § 46', 'ael-46'],
  ] as const)
    it(`is answered with that of its own act: ${text}`, () => {
      const reply = ask(text);
      expect(reply.kind).to.equal('answer');
      expect(reply.provisions).to.include(provision);
    });

  it('is not all that a longer question asks for', () => {
    const { kind, text } = ask('Hun har fået afslag efter § 50, hvad er klagefristen?');
    expect(kind).to.equal('answer');
    expect(text).to.contain('4 uger');
  });
});

describe('what cannot wait', () => {
  for (const text of ['hun trækker vejret dårligt', 'han er tung til at ånde', 'mundvigen hænger på ham'])
    it(`is told to ring 112 first of all: ${text}`, () => {
      expect(ask(text).text.slice(0, 60)).to.contain('112');
    });
  for (const text of ['borgeren siger han ikke vil leve mere', 'han har talt om at dø', 'she wants to die'])
    it(`is met as a wish to die: ${text}`, () => {
      expect(ask(text).text).to.contain('Livslinien').and.contain('112');
    });
});

describe('a day in a question', () => {
  it('is no day of a decision that is not spoken of', () => {
    expect(ask('hun mister hjælpen 1. januar').text).to.not.contain('29. januar');
    expect(ask('hun fik afslag 1. februar 2027, hvad er klagefristen').text).to.contain('1. marts 2027');
  });

  it('of a discharge without a plan counts none of the plan’s days', () => {
    expect(ask('hun blev udskrevet 12. november uden plan, hvad så').text).to.not.contain('19. november');
    expect(ask('hun blev udskrevet 12. november med GOP, hvornår skal træningen starte').text).to.contain(
      '19. november',
    );
  });
});
