import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { launchChromium, requireChromium } from '../helpers/chromium.ts';
import { startGuide, temporaryFolder, type GuideProcess } from '../helpers/guideProcess.ts';
import { Reader } from './reader.ts';

const screenshots = join(import.meta.dirname, '..', 'out');

describe('the page in a browser', function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  let guide: GuideProcess;
  let browser: Browser | undefined;

  before(async function () {
    requireChromium(this);
    mkdirSync(screenshots, { recursive: true });
    guide = await startGuide(folder.path);
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await (guide as GuideProcess | undefined)?.stop();
    folder.remove();
  });

  for (const width of [360, 1280])
    it(`leads to the paragraph, back, through a correction and across a restart at ${String(width)} px`, async () => {
      const page = await browser!.newPage({ viewport: { width, height: 800 } });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.setDefaultTimeout(60_000);
      const reader = new Reader(page);
      await page.goto(guide.url);

      await reader.begin('Hvilken paragraf gælder?');
      await reader.sees('Hvad har borgeren mest brug for?');
      await reader.choose('Genoptræning');
      await reader.choose('Nej, ingen plan');
      await reader.sees('Har borgeren nået folkepensionsalderen?');
      await reader.press('Ja');
      await reader.sees(/fordi borgeren er blevet ældre/u);
      await reader.press('Tilbage');
      await reader.sees('Har borgeren nået folkepensionsalderen?');
      await reader.press('Ja');
      await reader.sees(/fordi borgeren er blevet ældre/u);

      const { port } = guide;
      await guide.stop('SIGKILL');
      guide = await startGuide(folder.path, { PORT: String(port) });

      await reader.press('Ja');
      await reader.sees('Har borgeren brug for pleje og omsorg i hverdagen?');
      await reader.press('Ja');
      await reader.sees('Har borgeren BPA eller kontant tilskud til egne hjælpere?');
      await reader.press('Nej');
      await reader.choose('Nej, ingen');
      await reader.sees('Ældreloven gælder');
      await reader.sees('ældreloven § 10, jf. § 9, stk. 2, nr. 3');
      await page.screenshot({ path: join(screenshots, `outcome-${String(width)}.png`) });
      const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      expect(wide, 'the page scrolls sideways').to.equal(false);

      const earlier = page
        .locator('.ac-adaptiveCard', { hasText: 'fordi borgeren er blevet ældre?' })
        .filter({ hasText: 'Tilbage' })
        .last();
      await earlier.getByRole('button', { name: 'Nej', exact: true }).click();
      await reader.sees('Serviceloven gælder');
      const corrected = await reader.text();
      expect(corrected).to.contain('Dit svar er rettet');
      expect(corrected).to.contain('Disse svar faldt bort');
      expect(corrected).to.contain('serviceloven § 86, stk. 1');
      await page.screenshot({ path: join(screenshots, `corrected-${String(width)}.png`) });
      expect(errors).to.deep.equal([]);
      await page.close();
    });
});
