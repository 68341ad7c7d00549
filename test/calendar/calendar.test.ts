import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, it } from 'mocha';
import { calendarAt, calendarFile, calendarPath, readCalendarPath } from '../../src/calendar/index.ts';
import { civilDate } from '../../src/dates/index.ts';
import { deadlines, type Course } from '../../src/rules/index.ts';
import { knowledge, projectRoot, sampled } from '../helpers/content.ts';
import { someDay } from '../dates/support.ts';

const now = new Date('2026-11-22T10:00:00Z');
const path = '/kalender/sul-140/discharge=2026-12-23,ready-for-training=2027-01-07.ics';
const open = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
const fileAt = async (at: string, when = now): Promise<string> => {
  const file = await calendarAt(knowledge, at, when);
  if (file === undefined) throw new TypeError('No file.');
  return file;
};
const withoutStamp = (file: string): string => file.replace(/^DTSTAMP:.*$/gmu, 'DTSTAMP:');

describe('calendarFile', () => {
  it('holds the same whole days as the deadlines, read with another library', async () => {
    const events = open(await fileAt(path));
    const due = deadlines(knowledge, 'sul-140', { discharge: '2026-12-23', 'ready-for-training': '2027-01-07' });
    expect(events.map(({ startDate }) => startDate.toString())).to.deep.equal(due.map(({ due: day }) => day));
    for (const { startDate, endDate } of events) {
      expect(startDate.isDate).to.equal(true);
      expect(endDate.subtractDate(startDate).toSeconds()).to.equal(86_400);
    }
    for (const [index, event] of events.entries()) {
      expect(event.description).to.include(due[index]!.counting).and.include(due[index]!.text);
      expect(event.summary).to.match(/^Frist: /u);
    }
  });

  it('keeps its bytes but for the stamp, and so its UIDs, when it is opened again', async () => {
    const first = await fileAt(path);
    const second = await fileAt(path, new Date('2027-03-01T08:00:00Z'));
    expect(withoutStamp(second)).to.equal(withoutStamp(first));
    expect(second).not.to.equal(first);
    const uids = open(first).map(({ uid }) => uid);
    expect(open(second).map(({ uid }) => uid)).to.deep.equal(uids);
    expect(new Set(uids).size).to.equal(uids.length);
  });

  it('ends every line with CRLF and folds it at 75 bytes', async () => {
    const file = await fileAt(path);
    expect(file.endsWith('END:VCALENDAR\r\n')).to.equal(true);
    expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/u);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
  });

  it('brings any text and day back unchanged', async () => {
    const someText = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(someText, someText, someDay, async (summary, description, date) => {
        const [event] = open(
          await calendarFile({ title: 'Prøve', entries: [{ uid: 'a@b', date, summary, description }], now }),
        );
        expect([event?.uid, event?.startDate.toString(), event?.summary, event?.description]).to.deep.equal([
          'a@b',
          date,
          summary,
          description,
        ]);
      }),
      sampled(200),
    );
  });

  for (const zone of ['America/Los_Angeles', 'Pacific/Auckland', 'Europe/Copenhagen'])
    it(`writes the same file on a machine in ${zone}`, async () => {
      const script = `
        const { calendarAt } = await import('./src/calendar/index.ts');
        const { loadKnowledge } = await import('./src/knowledge/index.ts');
        process.stdout.write(await calendarAt(await loadKnowledge('.'), ${JSON.stringify(path)}, new Date(${String(now.getTime())})));`;
      const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: projectRoot,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(said).to.equal(await fileAt(path));
    });

  it('loads its library only for the first file', () => {
    const script = `
      const { registerHooks } = await import('node:module');
      let loaded = false;
      registerHooks({ load: (url, context, next) => { loaded ||= url.includes('ical-generator'); return next(url, context); } });
      const { calendarFile } = await import('./src/calendar/index.ts');
      const before = loaded;
      await calendarFile({ title: 'a', entries: [], now: new Date(0) });
      console.log(before, loaded);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: projectRoot });
    expect(said.toString().trim()).to.equal('false true');
  });
});

describe('calendarPath', () => {
  const eventsOf = (standard: string) => ({ 'a-1': ['one', 'two'], b: ['three'] })[standard];
  const someCourse: fc.Arbitrary<Course> = fc.oneof(
    fc.tuple(fc.subarray(['one', 'two'], { minLength: 1 }), someDay, someDay).map(([events, first, second]) => ({
      standard: 'a-1',
      events: Object.fromEntries(events.map((event, index) => [event, index ? second : first])),
    })),
    someDay.map((three) => ({ standard: 'b', events: { three } })),
  );

  it('is readable', () => {
    expect(
      calendarPath({
        standard: 'sul-140',
        events: { 'ready-for-training': civilDate('2027-01-07'), discharge: civilDate('2026-12-23') },
      }),
    ).to.equal(path);
  });

  it('is read back as the same course', () => {
    fc.assert(
      fc.property(someCourse, (course) => {
        expect(readCalendarPath(calendarPath(course), eventsOf)).to.deep.equal(course);
      }),
      sampled(300),
    );
  });

  for (const wrong of [
    '/kalender/a-1/.ics',
    '/kalender/a-1/one.ics',
    '/kalender/a-1/one=.ics',
    '/kalender/a-1/one=2026-02-30.ics',
    '/kalender/a-1/one=2026-11-20=2026-11-21.ics',
    '/kalender/a-1/two=2026-11-20,one=2026-11-21.ics',
    '/kalender/a-1/one=2026-11-20,one=2026-11-20.ics',
    '/kalender/a-1/one=2026-11-20,.ics',
    '/kalender/a-1/three=2026-11-20.ics',
    '/kalender/c/one=2026-11-20.ics',
    '/kalender/__proto__/one=2026-11-20.ics',
    '/kalender/constructor/one=2026-11-20.ics',
    '/kalender/a-1/one=2026-11-20.ics?x=1',
    '/kalender/a-1/one=2026-11-20.ics\n',
    '/kalender/a-1/one%3D2026-11-20.ics',
    '/kalender/a-1/../b/three=2026-11-20.ics',
    '/Kalender/a-1/one=2026-11-20.ics',
    'kalender/a-1/one=2026-11-20.ics',
    `/kalender/a-1/one=${'2026-11-20,'.repeat(5000)}.ics`,
    '',
  ])
    it(`is not ${JSON.stringify(wrong.slice(0, 60))}`, () => {
      const known = (standard: string) => (['a-1', 'b'].includes(standard) ? eventsOf(standard) : undefined);
      expect(readCalendarPath(wrong, known)).to.equal(undefined);
    });

  it('leads to no file for an unknown path and for a day before the rules', async () => {
    expect(await calendarAt(knowledge, '/kalender/sul-140/discharge=2010-01-01.ics', now)).to.equal(undefined);
    expect(await calendarAt(knowledge, '/kalender/constructor/discharge=2026-11-23.ics', now)).to.equal(undefined);
    expect(await calendarAt(knowledge, '/kalender/vejen-86-1/discharge=2026-11-23.ics', now)).to.equal(undefined);
  });
});
