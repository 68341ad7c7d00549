import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDays,
  civilDate,
  danishDate,
  danishLongDate,
  daysBetween,
  typedDate,
  type CivilDate,
  type DatePreference,
} from '../../src/dates/index.ts';
import { sampled } from '../helpers/content.ts';
import { someDay } from './support.ts';

/** A Sunday. */
const today = civilDate('2026-11-22');
const days: readonly CivilDate[] = Array.from({
  length: daysBetween(civilDate('2024-01-01'), civilDate('2029-01-01')),
}).map((_, index) => addDays(civilDate('2024-01-01'), index));

describe('typedDate', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['i dag', '2026-11-22'],
    ['I dag.', '2026-11-22'],
    ['idag', '2026-11-22'],
    ['dags dato', '2026-11-22'],
    ['i går', '2026-11-21'],
    ['i gaar', '2026-11-21'],
    ['i forgårs', '2026-11-20'],
    ['I MORGEN', '2026-11-23'],
    ['i overmorgen', '2026-11-24'],
    ['på mandag', '2026-11-23'],
    ['nu på fredag', '2026-11-27'],
    ['på søndag', '2026-11-29'],
    ['kommende onsdag', '2026-11-25'],
    ['sidste fredag', '2026-11-20'],
    ['sidste søndag', '2026-11-15'],
    ['i mandags', '2026-11-16'],
    ['mandag', '2026-11-23'],
    ['lørdag', '2026-11-21'],
    ['lordag', '2026-11-21'],
    ['tors', '2026-11-19'],
    ['søndag', '2026-11-22'],
    ['18/12', '2026-12-18'],
    ['18.12', '2026-12-18'],
    ['18.12.', '2026-12-18'],
    ['18/12-26', '2026-12-18'],
    ['18.12.2026', '2026-12-18'],
    ['18-12-2026', '2026-12-18'],
    ['d. 18/12', '2026-12-18'],
    ['18. december', '2026-12-18'],
    ['18 dec 2026', '2026-12-18'],
    ['18. dec. 2026', '2026-12-18'],
    ['den 18. december', '2026-12-18'],
    ['fredag den 18. december', '2026-12-18'],
    ['fre 18/12', '2026-12-18'],
    ['18.december', '2026-12-18'],
    ['3 maj', '2027-05-03'],
    ['5/1', '2027-01-05'],
    ['1. sept', '2026-09-01'],
    ['den 24.', '2026-11-24'],
    ['den 31.', '2026-10-31'],
    ['uge 48', '2026-11-23'],
    ['i uge 48', '2026-11-23'],
    ['uge 1', '2027-01-04'],
    ['uge 53', '2026-12-28'],
    ['uge 1 2026', '2025-12-29'],
    ['fredag i uge 48', '2026-11-27'],
    ['om 3 dage', '2026-11-25'],
    ['om en uge', '2026-11-29'],
    ['om fjorten dage', '2026-12-06'],
    ['for to uger siden', '2026-11-08'],
    ['3 dage siden', '2026-11-19'],
    ['for 3 måneder siden', '2026-08-22'],
    ['om et år', '2027-11-22'],
    ['2026-12-18', '2026-12-18'],
    ['2026-1-5', '2026-01-05'],
    ['29/2-28', '2028-02-29'],
  ];
  for (const [text, day] of cases)
    it(`reads "${text}" as ${day}`, () => {
      expect(typedDate(text, today)).to.equal(day);
    });

  const meant: readonly (readonly [string, DatePreference, string])[] = [
    ['18/12', 'past', '2025-12-18'],
    ['18/12', 'future', '2026-12-18'],
    ['22/11', 'past', '2026-11-22'],
    ['22/11', 'future', '2026-11-22'],
    ['5. januar', 'past', '2026-01-05'],
    ['3/6', 'future', '2027-06-03'],
    ['mandag', 'past', '2026-11-16'],
    ['lørdag', 'future', '2026-11-28'],
    ['uge 48', 'past', '2025-11-24'],
    ['den 24.', 'past', '2026-10-24'],
    ['18/12-26', 'past', '2026-12-18'],
    ['torsdag 17/12', 'past', '2026-12-17'],
  ];
  for (const [text, prefer, day] of meant)
    it(`takes "${text}" for ${day} when the ${prefer} is preferred`, () => {
      expect(typedDate(text, today, { prefer })).to.equal(day);
    });

  for (const text of [
    '',
    'hej',
    '31/2',
    '31. november',
    '29/2',
    '29/2-27',
    '0/5',
    '1/13',
    'uge 0',
    'uge 54',
    'uge 53 2027',
    'mandag den 22. november 2026',
    'næste fredag',
    'fredags',
    '18:12',
    '1812',
    '181226',
    'maj',
    '14 dage',
    'om 3 dage siden',
    'om mange dage',
    'om 1000 dage',
    'om 999 år',
    'for 999 år siden',
    '18/12/2026/1',
    '١٨/١٢',
    'constructor',
    '1'.repeat(10_000),
  ])
    it(`does not read ${JSON.stringify(text.slice(0, 32))}`, () => {
      expect(typedDate(text, today)).to.equal(undefined);
    });

  it('reads back every day of 2024 to 2028 as Danes write it, whatever today is', () => {
    for (const day of days) {
      const [year = '', month = '', dayOfMonth = ''] = day.split('-');
      for (const written of [
        day,
        danishDate(day),
        danishLongDate(day),
        `${dayOfMonth}/${month}-${year.slice(2)}`,
        `${String(Number(dayOfMonth))}.${String(Number(month))}.${year}`,
      ])
        expect(typedDate(written, today), written).to.equal(day);
    }
  });

  it('reads back every day within half a year without its year', () => {
    for (const now of days.filter((_, index) => index % 37 === 0))
      for (let away = -182; away <= 182; away++) {
        const day = addDays(now, away);
        const written = danishDate(day).replace(/ \d{4}$/u, '');
        expect(typedDate(written, now), `${written} on ${now}`).to.equal(day);
      }
  });

  it('keeps to the preferred side, and to today when today is meant', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -400, max: 400 }), (now, away) => {
        const day = addDays(now, away);
        const written = danishDate(day).replace(/ \d{4}$/u, '');
        const past = typedDate(written, now, { prefer: 'past' });
        const future = typedDate(written, now, { prefer: 'future' });
        if (day.endsWith('02-29')) return;
        expect(past !== undefined && past <= now && past > addDays(now, -367)).to.equal(true);
        expect(future !== undefined && future >= now && future < addDays(now, 367)).to.equal(true);
        expect(away === 0 ? [past, future] : [now, now]).to.deep.equal([now, now]);
      }),
      sampled(500),
    );
  });

  it('never throws and gives only existing days', () => {
    const word = fc.constantFrom(
      'i',
      'om',
      'for',
      'uge',
      'den',
      'mandag',
      '31',
      '0',
      '99',
      '2026',
      '/',
      '.',
      'feb',
      'siden',
      'dage',
      'på',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
        ),
        (text) => {
          const day = typedDate(text, today);
          expect(day === undefined || civilDate(day) === day).to.equal(true);
        },
      ),
      sampled(2000),
    );
  });
});
