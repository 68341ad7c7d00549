import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchChromium, requireChromium } from '../helpers/chromium.ts';
import { expectOnly } from '../helpers/oneLanguage.ts';
import { cardIn } from '../helpers/playground.ts';
import { linesOnScreen, PlaygroundPage } from '../helpers/playgroundPage.ts';
import { onStage } from '../helpers/playgroundSuite.ts';

/** A walk on the Playground's page, its picture, and what stands on its last card. */
interface Walk {
  readonly picture: string;
  readonly walk: (page: PlaygroundPage) => Promise<void>;
  readonly facts: readonly string[];
}
const walks: readonly Walk[] = [
  {
    picture: 'outcome',
    walk: async (page) => {
      await page.say('hvilken paragraf');
      await page.choose('Genoptræning');
      await page.choose('Nej, ingen plan');
      for (const answer of ['Ja', 'Ja', 'Ja', 'Nej']) await page.press(answer);
      await page.choose('Nej, ingen');
    },
    facts: ['Ældreloven gælder', 'ældreloven § 10, jf. § 9, stk. 2, nr. 3', 'Skal du kontakte kommunen?'],
  },
  {
    picture: 'checklist-form',
    walk: async (page) => {
      await page.say('tjekliste');
      await page.choose('Genoptræning');
    },
    facts: ['De fem punkter', 'Er der sat mål og rammer', 'Passer det hele sammen', 'Delvist', 'Ikke relevant'],
  },
  {
    picture: 'comparison',
    walk: async (page) => {
      await page.say('kommunens standard');
      await page.choose('Vejen: Genoptræning uden sygehusindlæggelse');
      await page.choose('Frister');
      await page.choose('Alle');
    },
    facts: [
      'Sådan er de forskellige',
      'Træningen begynder senest 10 hverdage efter visitationen.',
      'senest 14 dage efter visitationsbesøget',
    ],
  },
];

/** What a reader must never see: a fault of the page, markdown that was not taken for it, a name to be filled in. */
const never = /failed to|could not render|\[object|undefined|\{\w|\$\{|\]\(|\*\*|\\[.\-()]|https?:\/\//iu;

describe('the page of the Playground', function () {
  this.timeout(60_000);
  const stage = onStage();
  let browser: Browser | undefined;
  let page: PlaygroundPage;

  before(async function () {
    requireChromium(this);
    mkdirSync(join(import.meta.dirname, '..', 'out'), { recursive: true });
    browser = await launchChromium();
    const context = await browser.newContext();
    page = new PlaygroundPage(await context.newPage());
    await page.open(stage.playground.url);
  });
  after(() => browser?.close());

  it('shows the welcome when it opens, and the topics in Danish from the word for it', async () => {
    expect(await page.reading()).to.contain('Hello, I am Paragrafguiden');
    await page.say('dansk');
    expect(await page.reading()).to.contain('Hvad vil du finde ud af?');
    await page.shoot('menu');
  });

  for (const { picture, walk, facts } of walks)
    it(`shows all of the card, and nothing that is not meant for a reader: ${picture}`, async () => {
      await walk(page);
      const reading = await page.reading();
      for (const fact of facts) expect(reading).to.contain(fact);
      const card = cardIn(stage.playground.screen().at(-1));
      expectOnly('da', card);
      const missing = linesOnScreen(card).filter((line) => !reading.includes(line));
      expect(missing, 'what stands on the card and not on the page').to.deep.equal([]);
      expect(linesOnScreen(card)).to.have.length.above(10);
      expect(reading).to.not.match(never);
      expect(await page.everything()).to.not.match(/failed to|could not render/iu);
      expect(await page.cutOff(), 'what is cut off').to.deep.equal([]);
      await page.shoot(picture);
    });
});
