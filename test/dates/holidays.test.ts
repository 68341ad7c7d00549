import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import Holidays from 'date-holidays';
import { describe, it } from 'mocha';
import { publicHolidays } from '../../src/dates/index.ts';
import { projectRoot } from '../helpers/content.ts';

const inOrder = (year: number): string[] => [...publicHolidays(year)].sort();

describe('publicHolidays', () => {
  it('gives the holidays of 2026', () => {
    expect(inOrder(2026)).to.deep.equal([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-14',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('agrees with the calculation of date-holidays in every year from 1900 to 2199', () => {
    const library = new Holidays('DK', { types: ['public'] });
    for (let year = 1900; year < 2200; year++) {
      const theirs = new Set(library.getHolidays(year).map(({ date }) => date.slice(0, 10)));
      expect(inOrder(year), String(year)).to.deep.equal([...theirs].sort());
    }
  });

  it('knows store bededag to 2023 and no longer', () => {
    expect(inOrder(2022)).to.include('2022-05-13');
    expect(inOrder(2023)).to.include('2023-05-05');
    expect(inOrder(2024)).not.to.include('2024-04-26');
    expect(inOrder(2025)).not.to.include('2025-05-16');
    for (let year = 2024; year < 2100; year++) expect(inOrder(year), String(year)).to.have.length(10);
  });

  it('holds none of the days that are off only by custom', () => {
    for (let year = 2023; year < 2100; year++)
      for (const day of ['05-01', '12-24', '12-31'])
        expect(inOrder(year), day).not.to.include(`${String(year)}-${day}`);
    expect(inOrder(2026)).not.to.include('2026-06-05');
  });

  it('gives the same set again for a year', () => {
    expect(publicHolidays(2031)).to.equal(publicHolidays(2031));
  });

  it('never loads the code of date-holidays', () => {
    const watch = `
      const { registerHooks } = await import('node:module');
      const seen = [];
      registerHooks({ load: (url, context, next) => { seen.push(url); return next(url, context); } });
      const { publicHolidays } = await import('./src/dates/index.ts');
      publicHolidays(2026);
      console.log(seen.filter((url) => /date-holidays|moment|astronomia/u.test(url)).length);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', watch], { cwd: projectRoot });
    expect(said.toString().trim()).to.equal('0');
  });
});
