import { join } from 'node:path';
import { expect } from 'chai';
import { guideInChromium, folderOfPictures } from './guideInChromium.ts';
import { Reader } from './reader.ts';

describe('what is handed on, in a browser on a telephone', function () {
  this.timeout(300_000);
  const guide = guideInChromium('2026-11-23');
  const { open } = guide;

  it('says whom to ask, with a draft to copy, and gives a card to share with its text', async () => {
    const chat = await open(guide.url, 360);
    const { page } = chat;
    page.setDefaultTimeout(60_000);
    const reader = new Reader(page);
    const look = async (): Promise<void> => {
      expect(await reader.findings(), 'what axe finds').to.deep.equal([]);
      expect(await chat.overflow(), 'what sticks out sideways').to.deep.equal([]);
    };
    await reader.begin('Næste skridt i forløbet');
    await reader.choose('Genoptræning');
    await reader.choose('Visitation');
    await reader.choose('Vejen Kommune');
    await reader.pickDay('2026-12-18');
    await reader.sees('Det sker på dette trin');

    await reader.press('Spørg visitationen');
    await reader.sees('Udkast til det, du kan sige');
    const lines = (await reader.lines()).join('\n');
    expect(lines).to.include('112').and.include('Træning & Livsstil på Brørup').and.include('Jeg sender ikke noget.');
    expect(lines).to.include('Det er ændret: [udfyld selv]');
    // Marked with the mouse, a line of the draft can be copied.
    await reader.card.getByText('Det er ændret:').click({ clickCount: 3 });
    expect(await page.evaluate<string>('String(getSelection())')).to.include('Det er ændret:');
    await look();
    await reader.shoot('spoerg-visitationen');

    await reader.press('Del', reader.cardWith('Det sker på dette trin'));
    const shared = reader.cardWith('Lavet med Paragrafguiden pr.');
    expect(
      await shared
        .getByRole('button')
        .filter({ hasNotText: /Find i svaret/u })
        .allInnerTexts(),
    ).to.not.include('Del');
    await look();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 12_000 });
      await page.waitForTimeout(500);
      await shared.screenshot({ path: join(folderOfPictures, `del-${String(width)}.png`) });
    }
    await page.setViewportSize({ width: 360, height: 780 });
    await reader.press('Del som tekst');
    await reader.sees('Svaret som tekst');
    const text = (await reader.lines()).join('\n');
    expect(text).to.include('Senest torsdag den 7. januar 2027.').and.include('pr. 23. november 2026');
    expect(chat.complaints, 'what the console says').to.deep.equal([]);
  });
});
