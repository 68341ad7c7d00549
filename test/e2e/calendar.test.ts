import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import ICAL from 'ical.js';
import { civilDate, danishLongDate } from '../../src/dates/index.ts';
import { guideInChromium } from './guideInChromium.ts';
import { Reader } from './reader.ts';

const entriesOf = (file: string) =>
  new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));

describe('the calendar file of a running guide', function () {
  this.timeout(300_000);
  const guide = guideInChromium('2026-11-23');
  const { open } = guide;

  it('opens from the card with the days that the card says, and with the same UIDs when it is opened again', async () => {
    const { page } = await open(guide.url, 360);
    page.setDefaultTimeout(60_000);
    const reader = new Reader(page);
    await reader.begin('Næste skridt i forløbet');
    await reader.choose('Genoptræningsplan');
    await reader.choose('Henvendelse');
    await reader.choose('Ved ikke');
    await reader.pickDay('2026-12-23');
    await reader.sees('Frister');
    const said = (await reader.lines()).flatMap((line) => /^Senest (.*?\d{4})\./u.exec(line)?.[1] ?? []);
    expect(said).to.deep.equal(['søndag den 27. december 2026', 'onsdag den 30. december 2026']);

    const link = reader.card.getByRole('link', { name: 'Læg fristerne i din kalender' });
    const address = (await link.getAttribute('href'))!;
    expect(address).to.equal(`${guide.url}/kalender/sul-140/discharge=2026-12-23.ics`);
    expect((await link.boundingBox())?.height, 'a finger hits it').to.be.at.least(44);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).to.equal('frister.ics');
    const opened = entriesOf(readFileSync(await download.path(), 'utf8'));

    const response = await fetch(address);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.match(/^text\/calendar\b/u);
    const again = entriesOf(await response.text());
    const days = again.map(({ startDate }) => danishLongDate(civilDate(startDate.toString())));
    expect(days).to.deep.equal(said);
    expect(again.map(({ uid }) => uid)).to.deep.equal(opened.map(({ uid }) => uid));
    expect(new Set(again.map(({ uid }) => uid)).size).to.equal(2);
  });

  for (const path of [
    '/kalender/sul-140/discharge=2026-02-30.ics',
    '/kalender/sul-140/discharge=2010-01-01.ics',
    '/kalender/sul-140/arrival=2026-12-23.ics',
    '/kalender/ukendt/discharge=2026-12-23.ics',
    '/kalender/__proto__/discharge=2026-12-23.ics',
    '/kalender/sul-140/%2e%2e%2f%2e%2e%2fpackage.json',
    '/kalender/sul-140/',
    '/kalender',
  ])
    it(`says no to ${path} with a reason and nothing of its inside`, async () => {
      const response = await fetch(`${guide.url}${path}`);
      expect(response.status).to.equal(404);
      const body = await response.text();
      expect(JSON.parse(body)).to.have.nested.property('error.code', 'not-found');
      expect(JSON.parse(body))
        .to.have.nested.property('error.message')
        .that.matches(/^(?:Der er ingen|There is nothing)/u);
      expect(body).not.to.match(/\bat \S+:\d+|node_modules|\.ts\b|Error:/u);
    });
});
