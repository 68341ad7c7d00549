import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askGuide } from '../../src/bot/index.ts';
import { answerTo } from '../../src/answers/index.ts';
import { danishDate, civilDate } from '../../src/dates/index.ts';
import { today } from '../helpers/content.ts';
import { guide } from '../helpers/guide.ts';

const discharge = /udskriv/u;
const visitation = /visitation/u;
const decision = /afgørelse/u;

/** A question with a day in it, the last days that it leads to, and what that day was not. */
const questions: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['Visitationen var den 18. december 2026. Hvornår skal træningen starte i Vejen?', ['2027-01-07'], discharge],
  ['Visitationsbesøget var 18. december 2026 i Herlev. Hvornår skal genoptræningen starte?', ['2027-01-01'], discharge],
  ['Træningen startede den 18. december 2026 i Herlev. Hvornår slutter forløbet senest?', ['2027-02-26'], discharge],
  ['Vi modtog henvendelsen 18. december 2026 i Herlev, hvornår skal vi kontakte borgeren?', ['2027-01-07'], discharge],
  [
    'Hun blev udskrevet den 18. december 2026 med en genoptræningsplan. Hvornår skal træningen starte?',
    ['2026-12-25'],
    visitation,
  ],
  ['Hun fik afslaget den 18. december 2026, hvornår er sidste frist for at klage?', ['2027-01-15'], discharge],
  ['Borgeren kom på døgngenoptræning den 18. december 2026. Hvornår er startsamtalen?', ['2026-12-22'], discharge],
];
/** Days on which nothing happened that a deadline is counted from. */
const unrelated: readonly (readonly [string, RegExp])[] = [
  ['Hun faldt den 18. december 2026. Hvor hurtigt skal træningen starte i Vejen?', discharge],
  ['Hun faldt den 18. december 2026. Hvor hurtigt skal træningen starte i Vejen?', visitation],
  ['Hendes bevilling er fra den 18. december 2024. Hvor hurtigt skal træningen starte i Herlev?', discharge],
  ['Vi holder møde den 18. december 2026. Hvornår skal træningen efter en genoptræningsplan begynde?', discharge],
  ['Hun fylder 84 den 18. december 2026. Hvor længe har man til at klage?', decision],
];

/** A plan may set a later start, and then it counts; that others begin late counts for nothing. */
const starts: readonly (readonly [string, string])[] = [
  ['udskrevet 20. november 2026, planen siger først 15. december. sidste frist for start på træningen?', '2026-12-22'],
  [
    'Udskrevet 2. november 2026 med plan. Der står i planen, at han af helbredsgrunde først må gå i gang den 16. november. Frist for start?',
    '2026-11-23',
  ],
  ['Udskrevet 2. november 2026 med plan, hun må tidligst træne fra 16. november. Frist for start?', '2026-11-23'],
  [
    'Udskrevet 18. november 2026 med genoptræningsplan. Hun må først køre bil 1. december. Frist for start?',
    '2026-11-25',
  ],
  [
    'Udskrevet 18. november 2026 med genoptræningsplan. Borgeren må først få en tid 1. december, da vi har travlt. Frist?',
    '2026-11-25',
  ],
  [
    'Udskrevet 20. november 2026 med en genoptræningsplan, kommunen kan først starte den 15. december. Frist for start?',
    '2026-11-27',
  ],
  [
    'Udskrevet 20. november 2026 med genoptræningsplan. Terapeuten kan først træne den 9. december. Frist for start?',
    '2026-11-27',
  ],
  [
    'Udskrevet 20. november 2026 med genoptræningsplan. Kommunen kan tidligst begynde træning den 14. december. Frist?',
    '2026-11-27',
  ],
];

const deadlinesOf = (text: string) => {
  const reply = answerTo(guide.questions, { text, date: today });
  return reply.kind === 'answer' ? reply.deadlines : [];
};

describe('the day that a question tells', () => {
  for (const [text, due] of starts)
    it(`is the plan's start only where the plan says so: ${text}`, () => {
      const offers = deadlinesOf(text).filter(({ step }) => step === 'start-offer');
      expect(offers.map((one) => one.due)).to.deep.equal([due]);
    });

  for (const [text, dues] of questions)
    it(`is counted from: ${text}`, () => {
      const deadlines = deadlinesOf(text);
      expect(deadlines.map(({ due }) => due)).to.include.members(dues);
      const { text: said } = askGuide(guide, { text, date: today });
      for (const due of dues) expect(said).to.include(danishDate(civilDate(due)));
    });

  for (const [text, , other] of questions)
    it(`is told as what it was and as nothing else: ${text}`, () => {
      const told = deadlinesOf(text).map(({ counting }) => counting);
      expect(told.filter((counting) => other.test(counting))).to.deep.equal([]);
    });

  for (const [text, other] of unrelated)
    it(`is not told as ${String(other)} when the question does not say so: ${text}`, () => {
      const told = deadlinesOf(text).map(({ counting }) => counting);
      expect(told.filter((counting) => other.test(counting))).to.deep.equal([]);
    });
});

describe('a complaint and a day that no decision came on', () => {
  for (const text of [
    'Kan vi klage i morgen over afslaget?',
    'Kan vi nå at klage i dag over afslaget på træning?',
    'Borgeren fik afgørelsen for længe siden. Kan hun klage den 1. december?',
    'Hun fik afslag på træning dateret den 5. oktober og modtog det den 2. november. Hvornår er klagefristen?',
    'Afgørelsen er dateret 5. oktober. Hvornår er sidste dag for at klage?',
    'Vi fik klagen over vores afslag på træning i dag. Hvor længe har vi til at kigge på sagen igen?',
    'Vi modtog klagen over afgørelsen den 20. november. Hvor længe har vi til genvurderingen?',
    'Klage over afslag modtaget 16. november. Hvornår er klagefristen?',
    'Klagen over afslaget kom den 20. november. Hvornår er fristen?',
    'Borgeren klagede over afslaget 16. november. Hvad er klagefristen?',
    'Borgeren sendte klagen over afslaget 16. november. Hvornår er klagefristen?',
  ])
    it(`is not counted from it: ${text}`, () => {
      expect(askGuide(guide, { text, date: today }).text).to.not.match(/klagen er hos kommunen senest/u);
    });

  it('is counted from the day that it came, whatever other day the letter bears', () => {
    const text =
      'Datoen på afslaget er 5. oktober. Hun var bortrejst og modtog brevet 2. november. Hvornår er klagefristen?';
    expect(askGuide(guide, { text, date: today }).text).to.include('klagen er hos kommunen senest 30. november 2026');
  });
});
