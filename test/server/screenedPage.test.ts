import { expect } from 'chai';
import { inChromium } from './chatPage.ts';
import { localChannel, start } from './support.ts';

const written = 'Hjalmar Rimmersgård er faldet';

describe('the chat page, when what was written names someone', () => {
  const open = inChromium();

  it('shows the answer, no failed message, and nothing of what was written, also when it is loaded again', async () => {
    const screen = (activity: unknown): boolean => JSON.stringify(activity).includes('Rimmersgård');
    const local = localChannel(async (turn) => {
      if (turn.activity.text === written) await turn.sendActivity('Skriv det uden navne.');
      else
        await turn.sendActivity({ attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] });
    });
    const chat = await open((await start({ screen, local })).url, 1280);
    const nothingOfIt = async (): Promise<void> => {
      expect(await chat.page.content()).not.to.include('Rimmersgård');
      expect(await chat.page.getByText(/prøv igen|kunne ikke sende/iu).count()).to.equal(0);
    };
    await chat.type(written);
    await chat.said('Skriv det uden navne.');
    // The browser first shows what it sends; the echo takes its place.
    await chat.page.getByText('Rimmersgård').first().waitFor({ state: 'detached' });
    await nothingOfIt();
    await chat.page.reload();
    await chat.said('Skriv det uden navne.');
    await nothingOfIt();
    expect(chat.complaints).to.deep.equal([]);
  });
});

const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Velkommen', wrap: true }] };
