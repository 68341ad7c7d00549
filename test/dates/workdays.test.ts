import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  addDays,
  addWorkdays,
  civilDate,
  isWorkday,
  nextWorkday,
  publicHolidays,
  weekday,
  type CivilDate,
  type DaysOff,
} from '../../src/dates/index.ts';
import { sampled } from '../helpers/content.ts';
import { someDay } from './support.ts';

const all: DaysOff = { constitutionDay: true, christmasEve: true, newYearsEve: true };
const none: DaysOff = { constitutionDay: false, christmasEve: false, newYearsEve: false };
const someSetting: fc.Arbitrary<DaysOff> = fc.record({
  constitutionDay: fc.boolean(),
  christmasEve: fc.boolean(),
  newYearsEve: fc.boolean(),
});
const someCount = fc.integer({ min: 0, max: 120 });

/** Hverdage after `from`, to and with `to`, counted one day at a time without any of the functions under test. */
const counted = (from: CivilDate, to: CivilDate, daysOff: DaysOff): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const end = day.slice(5);
    const off =
      weekday(day) > 5 ||
      publicHolidays(Number(day.slice(0, 4))).has(day) ||
      (end === '06-05' && daysOff.constitutionDay) ||
      (end === '12-24' && daysOff.christmasEve) ||
      (end === '12-31' && daysOff.newYearsEve);
    if (!off) count++;
  }
  return count;
};

describe('isWorkday', () => {
  const cases: readonly (readonly [string, boolean, boolean])[] = [
    ['2026-11-20', true, true],
    ['2026-11-21', false, false],
    ['2026-11-22', false, false],
    ['2026-05-01', true, true],
    ['2026-05-14', false, false],
    ['2026-06-05', false, true],
    ['2026-12-24', false, true],
    ['2026-12-31', false, true],
    ['2026-12-25', false, false],
    ['2023-05-05', false, false],
    ['2024-04-26', true, true],
    ['2027-06-05', false, false],
  ];
  for (const [day, withAll, withNone] of cases)
    it(`says ${String(withAll)} of ${day}, and ${String(withNone)} without days off beside the holidays`, () => {
      expect(isWorkday(civilDate(day), all)).to.equal(withAll);
      expect(isWorkday(civilDate(day), none)).to.equal(withNone);
    });
});

describe('addWorkdays', () => {
  it('counts 10 hverdage over Christmas as the standard sets them', () => {
    expect(addWorkdays(civilDate('2026-12-18'), 10, all)).to.equal('2027-01-07');
    expect(addWorkdays(civilDate('2026-12-18'), 10, none)).to.equal('2027-01-05');
  });

  it('lands on a hverdag with exactly that many hverdage passed', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 120 }), someSetting, (day, count, daysOff) => {
        const due = addWorkdays(day, count, daysOff);
        expect(isWorkday(due, daysOff)).to.equal(true);
        expect(counted(day, due, daysOff)).to.equal(count);
      }),
      sampled(400),
    );
  });

  it('is undone by counting back from a hverdag', () => {
    fc.assert(
      fc.property(someDay, someCount, someSetting, (day, count, daysOff) => {
        const start = nextWorkday(day, daysOff);
        expect(addWorkdays(addWorkdays(start, count, daysOff), -count, daysOff)).to.equal(start);
      }),
      sampled(400),
    );
  });

  it('never gives an earlier day for a later start or a larger count', () => {
    fc.assert(
      fc.property(someDay, fc.nat(20), someCount, fc.nat(20), someSetting, (day, later, count, more, daysOff) => {
        const due = addWorkdays(day, count, daysOff);
        expect(addWorkdays(addDays(day, later), count, daysOff) >= due).to.equal(true);
        expect(addWorkdays(day, count + more, daysOff) >= due).to.equal(true);
      }),
      sampled(400),
    );
  });

  it('gives the day itself for none', () => {
    expect(addWorkdays(civilDate('2026-11-21'), 0, all)).to.equal('2026-11-21');
  });
});

describe('nextWorkday', () => {
  it('keeps a hverdag and otherwise takes the first one after', () => {
    expect(nextWorkday(civilDate('2026-11-20'), all)).to.equal('2026-11-20');
    expect(nextWorkday(civilDate('2026-12-24'), all)).to.equal('2026-12-28');
    fc.assert(
      fc.property(someDay, someSetting, (day, daysOff) => {
        const next = nextWorkday(day, daysOff);
        expect(isWorkday(next, daysOff) && next >= day).to.equal(true);
        expect(counted(addDays(day, -1), addDays(next, -1), daysOff)).to.equal(0);
      }),
      sampled(400),
    );
  });
});
