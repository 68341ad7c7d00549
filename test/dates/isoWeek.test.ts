import { expect } from 'chai';
import { addDays, civilDate, copenhagenDay, isoWeek, weekday } from '../../src/dates/index.ts';

describe('isoWeek', () => {
  it('knows the weeks around each kind of new year', () => {
    const weeks: Readonly<Record<string, string>> = {
      ...{ '2026-11-22': '2026-W47', '2026-11-23': '2026-W48', '2026-12-31': '2026-W53', '2027-01-03': '2026-W53' },
      ...{ '2027-01-04': '2027-W01', '2025-12-29': '2026-W01', '2026-01-01': '2026-W01', '2024-12-30': '2025-W01' },
      ...{ '2021-01-03': '2020-W53', '2023-01-01': '2022-W52', '2000-02-29': '2000-W09' },
    };
    for (const [day, week] of Object.entries(weeks)) expect(isoWeek(civilDate(day)), day).to.equal(week);
  });

  it('goes up by one each Monday and begins again only then, over a hundred years', () => {
    let [day, week] = [civilDate('1950-01-02'), '1950-W01'];
    for (; day < '2050-01-01'; day = addDays(day, 1)) {
      const next = isoWeek(addDays(day, 1));
      if (weekday(day) !== 7) expect(next, day).to.equal(week);
      else if (next.endsWith('W01')) expect(week.slice(-2), day).to.be.oneOf(['52', '53']);
      else expect(Number(next.slice(-2)), day).to.equal(Number(week.slice(-2)) + 1);
      week = next;
    }
  });

  it('changes at midnight in Denmark', () => {
    const week = (instant: string): string => isoWeek(copenhagenDay(new Date(instant)));
    expect([week('2026-11-22T22:59:59Z'), week('2026-11-22T23:00:00Z')]).to.deep.equal(['2026-W47', '2026-W48']);
  });
});
