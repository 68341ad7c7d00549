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
    ['ÆL 17', 'ael-17'],
    ['hvad siger ældreloven 10', 'ael-10'],
    ['SUL 140', 'sul-140'],
    ['86,2', 'sel-86-2'],
    ['sel 86 2', 'sel-86-2'],
    ['sel 86-2', 'sel-86-2'],
    ['bevilling 86,1', 'sel-86-1'],
    ['§86,1', 'sel-86-1'],
    ['§ 83, litra a', 'sel-83a'],
    ['83 litra a', 'sel-83a'],
  ] as const)
    it(`is answered with that of its own act: ${text}`, () => {
      const reply = ask(text);
      expect(reply.kind).to.equal('answer');
      expect(reply.provisions).to.include(provision);
    });

  it('is no provision where the number begins a day, is an age or stands in a list', () => {
    expect(ask('ældreloven 1. juli 2025').text).to.match(/1\. juli 2025/u);
    expect(ask('ældreloven 65 år').text).to.match(/folkepensionsalder/u);
    expect(ask('§§ 83,84').provisions).to.not.include('sel-83-8');
  });

  for (const text of ['vægt 86,2 kg', 'blodtryk 86.2', 'hun vejer 86.1', 'saldoen er 84.2'])
    it(`is no provision where something is measured: ${text}`, () => {
      expect(ask(text).kind).to.equal('fallback');
    });

  it('is no provision where a number counts, though the act stands before it', () => {
    for (const text of ['klagefrist serviceloven 4 uger', 'klage SEL 4 uger'])
      expect(ask(text).text).to.contain('4 uger');
    expect(ask('genoptræning sundhedsloven 7 dage').text).to.match(/7 dage/u);
    expect(ask('værelse 83 b, hvad gør vi').text).to.not.match(/§ 83 b/u);
  });

  it('is found in what an article says where nothing rests on it any more', () => {
    expect(ask('gælder serviceloven § 81 a stadig').text).to.match(/ophævet 1\. juli 2025/u);
  });

  it('is not all that a longer question asks for', () => {
    const { kind, text } = ask('Hun har fået afslag efter § 50, hvad er klagefristen?');
    expect(kind).to.equal('answer');
    expect(text).to.contain('4 uger');
  });
});

describe('what cannot wait', () => {
  for (const text of [
    'hun trækker vejret dårligt',
    'han er tung til at ånde',
    'mundvigen hænger på ham',
    'hun er svær at vække',
    'hun er 84 og har ikke drukket siden i går, hvad gør vi?',
    'hun slog hovedet i nat og er forvirret',
    'ondt i hovedet efter fald',
    'han har slugt hele pilleglasset',
    'hun er ikke til at få liv i',
    'hun har ikke spist i fire dage og virker sløv. Hvem skal jeg ringe til?',
  ])
    it(`is told to ring 112 first of all: ${text}`, () => {
      expect(ask(text).text.slice(0, 60)).to.contain('112');
    });
  for (const text of [
    'borgeren siger han ikke vil leve mere',
    'min borger vil dø, og han nægter at spise. Hvad gør jeg?',
    'han har talt om at dø',
    'she wants to die',
  ])
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
