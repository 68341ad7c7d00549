import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, addMonths, civilDate, daysBetween, isCivilDate, weekday } from '../../src/dates/index.ts';
import { InputError } from '../../src/errors.ts';
import { sampled } from '../helpers/content.ts';
import { someDay } from './support.ts';

/** Days of a month by the Gregorian rule, counted without any Date. */
const lengthOf = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
};
const written = (year: number, month: number, day: number): string =>
  `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const partsOf = (date: string): [number, number, number] => date.split('-').map(Number) as [number, number, number];

describe('isCivilDate', () => {
  it('accepts exactly the days of the Gregorian calendar from 1800 to 2999', () => {
    const wrong: string[] = [];
    for (let year = 1790; year <= 3010; year++)
      for (let month = 0; month <= 13; month++)
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const exists = year >= 1800 && year <= 2999 && day >= 1 && day <= lengthOf(year, month);
          if (isCivilDate(written(year, month, day)) !== exists) wrong.push(written(year, month, day));
        }
    expect(wrong).to.deep.equal([]);
  });

  for (const text of [
    '',
    '2026-1-05',
    '2026-01-5',
    '26-01-05',
    '2026/01/05',
    '2026-01-05T00:00:00Z',
    ' 2026-01-05',
    '2026-01-05\n',
    '+02026-01-05',
    '٢٠٢٦-٠١-٠٥',
    '2026-01-05x',
    'x'.repeat(10_000),
  ])
    it(`refuses ${JSON.stringify(text.slice(0, 24))}`, () => {
      expect(isCivilDate(text)).to.equal(false);
    });
});

describe('civilDate', () => {
  it('gives back an existing day as it was written', () => {
    for (const day of ['1800-01-01', '2000-02-29', '2024-02-29', '2999-12-31']) expect(civilDate(day)).to.equal(day);
  });

  it('throws an InputError that does not repeat what was written', () => {
    for (const day of ['2025-02-29', '1900-02-29', '2100-02-29', '1799-12-31', '3000-01-01', '111111-1118'])
      expect(() => civilDate(day))
        .to.throw(InputError)
        .with.property('message')
        .that.does.not.include(day);
  });
});

describe('addDays', () => {
  it('crosses month ends, leap days and years', () => {
    expect(addDays(civilDate('2024-02-28'), 1)).to.equal('2024-02-29');
    expect(addDays(civilDate('2025-02-28'), 1)).to.equal('2025-03-01');
    expect(addDays(civilDate('2026-12-31'), 1)).to.equal('2027-01-01');
    expect(addDays(civilDate('2027-01-01'), -1)).to.equal('2026-12-31');
    expect(addDays(civilDate('2026-10-03'), 90)).to.equal('2027-01-01');
  });

  it('reaches the first and the last day there is', () => {
    expect(addDays(civilDate('1800-01-02'), -1)).to.equal('1800-01-01');
    expect(addDays(civilDate('2999-12-30'), 1)).to.equal('2999-12-31');
  });

  it('moves to the very next day of the calendar every time', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [year, month, date] = partsOf(day);
        const ends = date === lengthOf(year, month);
        const next = ends
          ? written(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1)
          : written(year, month, date + 1);
        expect(addDays(day, 1)).to.equal(next);
      }),
      sampled(3000),
    );
  });
});

describe('daysBetween', () => {
  it('undoes addDays', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).to.equal(days);
        expect(addDays(addDays(day, days), -days)).to.equal(day);
      }),
      sampled(3000),
    );
  });

  it('has the sign of the order of the texts', () => {
    fc.assert(
      fc.property(someDay, someDay, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).to.equal(Math.sign(one < other ? 1 : one > other ? -1 : 0));
        expect(daysBetween(one, other) + daysBetween(other, one)).to.equal(0);
      }),
      sampled(3000),
    );
  });

  it('counts whole days over both changes of the clock', () => {
    expect(daysBetween(civilDate('2026-03-28'), civilDate('2026-03-30'))).to.equal(2);
    expect(daysBetween(civilDate('2026-10-24'), civilDate('2026-10-26'))).to.equal(2);
  });
});

describe('addMonths', () => {
  it('keeps the day, or takes the last of a shorter month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const [year, month, date] = partsOf(day);
        const count = year * 12 + (month - 1) + months;
        const [inYear, inMonth] = [Math.floor(count / 12), (count % 12) + 1];
        expect(addMonths(day, months)).to.equal(written(inYear, inMonth, Math.min(date, lengthOf(inYear, inMonth))));
      }),
      sampled(3000),
    );
  });

  it('ends in February where the day is too late for it', () => {
    expect(addMonths(civilDate('2025-08-31'), 6)).to.equal('2026-02-28');
    expect(addMonths(civilDate('2023-08-31'), 6)).to.equal('2024-02-29');
    expect(addMonths(civilDate('1956-02-29'), 67 * 12)).to.equal('2023-02-28');
  });
});

describe('weekday', () => {
  it('numbers Monday 1 to Sunday 7 and goes on by one each day', () => {
    expect(weekday(civilDate('2026-11-22'))).to.equal(7);
    expect(weekday(civilDate('2026-11-23'))).to.equal(1);
    expect(weekday(civilDate('1800-01-01'))).to.equal(3);
    fc.assert(
      fc.property(someDay, (day) => {
        expect(weekday(addDays(day, 1))).to.equal((weekday(day) % 7) + 1);
      }),
      sampled(2000),
    );
  });
});
