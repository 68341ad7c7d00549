import { expect } from 'chai';
import { inChromium } from './chatPage.ts';
import { start } from './support.ts';

describe('the chat page, when what was written names someone', () => {
  const open = inChromium();

  it('shows the answer, no failure, and after a reload nothing of what was written', async () => {
    const screen = (activity: unknown): boolean => JSON.stringify(activity).includes('Rimmersgård');
    const chat = await open((await start({ screen })).url, 1280);
    await chat.type('Hjalmar Rimmersgård er faldet');
    await chat.said('ekko: Hjalmar Rimmersgård er faldet');
    await chat.page.waitForTimeout(1500);
    await chat.page.screenshot({ path: '/tmp/screened.png' });
    console.log(
      await chat.page
        .locator('.webchat__basic-transcript__transcript')
        .innerHTML()
        .then((h) => h.replace(/class="[^"]*"/g, '').slice(-6000)),
    );
    expect(chat.complaints).to.deep.equal([]);
  });
});
