import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, civilDate, danishDate, danishLongDate, daysBetween, isCivilDate } from '../../src/dates/index.ts';
import { matchDate } from '../../src/language/index.ts';
import { sampled, today } from '../helpers/content.ts';

const forms: readonly (readonly [string, string | undefined])[] = [
  ['2027-01-05', '2027-01-05'],
  ['5/1-2027', '2027-01-05'],
  ['5.1.27', '2027-01-05'],
  ['05-01-2027', '2027-01-05'],
  ['5. januar 2027', '2027-01-05'],
  ['5. JANUAR 2027!', '2027-01-05'],
  ['29/2-2028', '2028-02-29'],
  ['i dag', '2026-11-22'],
  ['I går', '2026-11-21'],
  ['i gaar', '2026-11-21'],
  ['I MORGEN', '2026-11-23'],
  ['29/2-2027', undefined],
  ['31. april 2027', undefined],
  ['2027-13-01', undefined],
  ['0/0-2027', undefined],
  ['5. jan uar', undefined],
  ['5/1-2027 eller 6/1-2027', undefined],
  ['januar', undefined],
  ['2027', undefined],
  ['', undefined],
];
const odd = [
  'constructor',
  '__proto__',
  'toString',
  'om 99999999999999999999 dage',
  'om 999999999 aar',
  '9999999999999999 uger siden',
  'uge 99',
  'uge 0',
  '99/99/9999',
  '31/12-9999',
  '\uD800',
  '½/½',
  '1'.repeat(10_000),
  '5. '.repeat(4000),
  ' '.repeat(10_000),
];
const someText = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'om',
        'for',
        'siden',
        'dage',
        'uge',
        'år',
        'i',
        'på',
        'sidste',
        'mandag',
        'maj',
        '1',
        '31',
        '99',
        '999999999',
        '2027',
        '.',
        '/',
        '-',
        ' ',
      ),
      { maxLength: 8 },
    )
    .map((words) => words.join(' ')),
);

describe('matchDate', () => {
  for (const [text, day] of forms)
    it(`reads ${JSON.stringify(text)} as ${day ?? 'no day'}`, () => {
      expect(matchDate(text, today)).to.equal(day);
    });

  it('reads every day back from the ways in which the guide itself writes it', () => {
    const from = civilDate('2015-01-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (days) => {
        const day = addDays(from, days);
        const [year, month, date] = day.split('-').map(Number);
        const written = [day, danishDate(day), danishLongDate(day), [date, month, year].map(String).join('/')];
        for (const text of written) expect(matchDate(text, today), text).to.equal(day);
      }),
      sampled(500),
    );
  });

  it('takes a day without a year for one that lies less than a year away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, date) => {
        const day = matchDate(`${String(date)}/${String(month)}`, today)!;
        expect(day.slice(5).split('-').map(Number)).to.deep.equal([month, date]);
        expect(Math.abs(daysBetween(today, day))).to.be.below(366);
      }),
      sampled(300),
    );
  });

  it('never throws, and gives only days that exist', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const day = matchDate(text, today);
        if (day !== undefined) expect(isCivilDate(day), `${JSON.stringify(text)} gave ${day}`).to.equal(true);
      }),
      sampled(5000),
    );
    for (const text of odd) expect(matchDate(text, today), text.slice(0, 40)).to.equal(undefined);
  });
});
