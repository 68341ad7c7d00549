import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, addMonths, civilDate, daysBetween, type CivilDate } from '../../src/dates/index.ts';
import { Knowledge } from '../../src/knowledge/index.ts';
import { hasReachedPensionAge, latestBirthDateReached } from '../../src/rules/index.ts';
import { knowledge, sampled } from '../helpers/content.ts';

/** Born from a day on, and the age, as lov om social pension § 1 a has it. */
const table: readonly (readonly [string, number, number])[] = [
  ['1900-01-01', 65, 0],
  ['1954-01-01', 65, 6],
  ['1954-07-01', 66, 0],
  ['1955-01-01', 66, 6],
  ['1955-07-01', 67, 0],
  ['1963-01-01', 68, 0],
  ['1967-01-01', 69, 0],
  ['1971-01-01', 70, 0],
];

describe('the pension ages', () => {
  it('are those of the act, row for row', () => {
    const rows = knowledge.pensionAges.map(({ bornFrom, years, months }) => [bornFrom ?? '1900-01-01', years, months]);
    expect(rows).to.deep.equal(table);
  });
});

describe('hasReachedPensionAge', () => {
  for (const [index, [born, years, months]] of table.entries()) {
    const first = civilDate(born);
    it(`counts ${String(years)} years and ${String(months)} months for the first born from ${born}`, () => {
      const day = addMonths(first, years * 12 + months);
      expect(hasReachedPensionAge(knowledge, first, day)).to.equal(true);
      expect(hasReachedPensionAge(knowledge, first, addDays(day, -1))).to.equal(false);
    });
    const before = table[index - 1];
    if (before)
      it(`counts ${String(before[1])} years and ${String(before[2])} months for the last born before ${born}`, () => {
        const last = addDays(first, -1);
        const day = addMonths(last, before[1] * 12 + before[2]);
        expect(hasReachedPensionAge(knowledge, last, day)).to.equal(true);
        expect(hasReachedPensionAge(knowledge, last, addDays(day, -1))).to.equal(false);
      });
  }
});

describe('latestBirthDateReached', () => {
  const from = civilDate('1940-01-01');
  const someBirth = fc
    .integer({ min: 0, max: daysBetween(from, civilDate('1985-01-01')) })
    .map((days) => addDays(from, days));
  const someDate = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays(civilDate('2015-01-01'), days));

  it('parts those who have reached the age from those who have not', () => {
    const seen = { reached: 0, not: 0 };
    fc.assert(
      fc.property(someDate, fc.integer({ min: -40, max: 40 }), someBirth, fc.boolean(), (date, days, birth, near) => {
        const latest = latestBirthDateReached(knowledge, date)!;
        const born = near ? addDays(latest, days) : birth;
        const reached = hasReachedPensionAge(knowledge, born, date);
        expect(reached, `${born} on ${date}, latest ${latest}`).to.equal(born <= latest);
        seen[reached ? 'reached' : 'not'] += 1;
      }),
      sampled(5000),
    );
    expect(Math.min(seen.reached, seen.not), 'both are met').to.be.above(1000);
  });

  const everyDay: CivilDate[] = [];
  for (let date = civilDate('2015-01-01'); date < '2045-01-01'; date = addDays(date, 1)) everyDay.push(date);

  it('is the very last birth date on every day from 2015 to 2045, month ends and leap days too', () => {
    const wrong = everyDay.filter((date) => {
      const latest = latestBirthDateReached(knowledge, date)!;
      return (
        !hasReachedPensionAge(knowledge, latest, date) || hasReachedPensionAge(knowledge, addDays(latest, 1), date)
      );
    });
    expect(wrong).to.deep.equal([]);
  });

  it('never goes back as the days go by', () => {
    const latest = everyDay.map((date) => latestBirthDateReached(knowledge, date)!);
    expect(latest).to.deep.equal([...latest].sort());
  });

  it('gives nothing where no age is known', () => {
    const empty = new Knowledge({ acts: [], sources: [], regimes: [], duties: [], terms: [] });
    expect(latestBirthDateReached(empty, civilDate('2026-11-22'))).to.equal(undefined);
    expect(hasReachedPensionAge(empty, civilDate('1920-01-01'), civilDate('2026-11-22'))).to.equal(false);
  });
});
