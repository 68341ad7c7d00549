import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, civilDate, copenhagenDay, danishDate, danishLongDate, isCivilDate } from '../../src/dates/index.ts';
import { sampled } from '../helpers/content.ts';
import { someDay } from './support.ts';

const run = promisify(execFile);

/** Instants in UTC and the day it then is in Copenhagen. */
const instants: readonly (readonly [string, string, string])[] = [
  ['the last second of a winter day', '2026-11-22T22:59:59.999Z', '2026-11-22'],
  ['midnight in winter', '2026-11-22T23:00:00Z', '2026-11-23'],
  ['the last second of a summer day', '2026-06-30T21:59:59.999Z', '2026-06-30'],
  ['midnight in summer', '2026-06-30T22:00:00Z', '2026-07-01'],
  ['an hour before the clock goes forward', '2026-03-29T00:00:00Z', '2026-03-29'],
  ['midnight before the clock goes forward', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['midnight after the clock went forward', '2026-03-29T22:00:00Z', '2026-03-30'],
  ['the last second of the day the clock went forward', '2026-03-29T21:59:59Z', '2026-03-29'],
  ['midnight before the clock goes back', '2026-10-24T22:00:00Z', '2026-10-25'],
  ['the hour that comes twice', '2026-10-25T01:30:00Z', '2026-10-25'],
  ['the last second of the day the clock went back', '2026-10-25T22:59:59Z', '2026-10-25'],
  ['midnight after the clock went back', '2026-10-25T23:00:00Z', '2026-10-26'],
  ['the new year', '2026-12-31T23:00:00Z', '2027-01-01'],
  ['the last second of the year', '2026-12-31T22:59:59Z', '2026-12-31'],
  ['the leap day', '2028-02-28T23:00:00Z', '2028-02-29'],
];

describe('copenhagenDay', () => {
  for (const [name, instant, day] of instants)
    it(`knows the day at ${name}`, () => {
      expect(copenhagenDay(new Date(instant))).to.equal(day);
    });

  it('is the day in UTC from midnight to 22 and either that or the next after it', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const at = new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000);
        const seen = copenhagenDay(at);
        expect(isCivilDate(seen)).to.equal(true);
        if (second < 22 * 3600) expect(seen).to.equal(day);
        else if (second >= 23 * 3600) expect(seen).to.equal(addDays(day, 1));
        else expect([day, addDays(day, 1)]).to.include(seen);
      }),
      sampled(500),
    );
  });
});

describe('the room of dates', () => {
  const script = `
    const { addDays, addMonths, copenhagenDay, danishDate, danishLongDate, weekday } = await import(process.argv[1]);
    const days = ${JSON.stringify(instants.map(([, instant]) => instant))}.map((at) => copenhagenDay(new Date(at)));
    const told = days.map((day) => [addDays(day, 1), addMonths(day, 6), weekday(day), danishDate(day), danishLongDate(day)]);
    console.log(JSON.stringify([new Date().getTimezoneOffset() !== 0, days, told]));`;
  const seenIn = async (zone: string): Promise<unknown[]> => {
    const rooms = join(import.meta.dirname, '..', '..', 'src', 'dates', 'index.ts');
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, rooms], {
      env: { ...process.env, TZ: zone },
    });
    return JSON.parse(stdout) as unknown[];
  };

  it('knows nothing of the zone that the process runs in', async () => {
    const [utc, ...others] = await Promise.all(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'].map(seenIn));
    expect(utc?.[1]).to.deep.equal(instants.map(([, , day]) => day));
    for (const [elsewhere, days, told] of others) {
      expect(elsewhere, 'the zone was set').to.equal(true);
      expect(days).to.deep.equal(utc?.[1]);
      expect(told).to.deep.equal(utc?.[2]);
    }
  });
});

describe('danishDate', () => {
  it('writes a day as Danes read it', () => {
    expect(danishDate(civilDate('2026-11-22'))).to.equal('22. november 2026');
    expect(danishDate(civilDate('2027-01-01'))).to.equal('1. januar 2027');
    expect(danishDate(civilDate('2024-02-29'))).to.equal('29. februar 2024');
  });

  it('keeps the day apart from its neighbours all year', () => {
    const year = Array.from({ length: 365 }, (_, index) => addDays(civilDate('2026-01-01'), index));
    const written = year.map(danishDate);
    expect(new Set(written).size).to.equal(365);
    for (const [index, text] of written.entries())
      expect(text).to.match(new RegExp(`^${String(Number(year[index]?.slice(8)))}\\. [a-zæøå]+ 2026$`, 'u'));
  });
});

describe('danishLongDate', () => {
  it('puts the weekday first', () => {
    expect(danishLongDate(civilDate('2026-11-22'))).to.equal('søndag den 22. november 2026');
    expect(danishLongDate(civilDate('2027-07-01'))).to.equal('torsdag den 1. juli 2027');
  });
});
