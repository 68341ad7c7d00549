import { expect } from 'chai';
import { inChromium } from './chatPage.ts';
import { card, localChannel, start, stop } from './support.ts';

const careHome = 'valg: {“kind”:“answer”,“question”:“housing”,“option”:“care-home”}';

describe('the chat page in Chromium', () => {
  const open = inChromium();

  for (const width of [320, 360, 1280]) {
    it(`loads from this server alone, without a complaint, and fits ${String(width)} px`, async () => {
      const { url, port } = await start();
      const chat = await open(url, width);
      const long = 'Specialiseret genoptræningsplansundersøgelsesforpligtelse-uden-mellemrum-der-skal-brydes';
      await chat.type(long);
      await chat.said(`ekko: ${long}`);
      expect([...chat.hosts]).to.deep.equal([`127.0.0.1:${String(port)}`]);
      expect(await chat.overflow()).to.deep.equal([]);
      const [wide, box, height] = await chat.page.evaluate<[number, number, number]>(`(() => {
        const text = document.querySelector('.ac-pushButton > div');
        return [text.scrollWidth, text.clientWidth, text.parentElement.getBoundingClientRect().height];
      })()`);
      expect(wide, 'the whole text of the button is shown').to.be.at.most(box);
      expect(height, 'a finger hits it').to.be.at.least(44);
      expect(chat.complaints).to.deep.equal([]);
      await chat.expectAccessible();
    });
  }

  it('sends a click on a card back to the bot', async () => {
    const chat = await open((await start()).url, 360);
    await chat.choice('Plejehjem').click();
    await chat.said(careHome);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('goes on across a restart of the server: says so, and delivers what was written meanwhile', async () => {
    const running = await start();
    const chat = await open(running.url, 360);
    await chat.type('før');
    await chat.said('ekko: før');
    const before = await chat.conversation();
    await stop(running);
    await chat.page.getByRole('status').filter({ hasText: 'Forbindelsen er afbrudt' }).waitFor();
    await chat.type('imens');
    await chat.page.waitForTimeout(1500);
    await start({ port: running.port });
    await chat.page.getByRole('status').filter({ hasText: 'Forbindelsen er tilbage' }).waitFor();
    await chat.said('ekko: imens');
    await chat.choice('Plejehjem').click();
    await chat.said(careHome);
    expect(await chat.conversation()).to.equal(before);
    const shown = [await chat.bubbles('ekko: før'), await chat.bubbles('ekko: imens')];
    expect(shown, 'each is there once').to.deep.equal([1, 1]);
    const unexpected = chat.complaints.filter((text) => !/ERR_CONNECTION_REFUSED|WebSocket connection/u.test(text));
    expect(unexpected).to.deep.equal([]);
  });

  it('shows the conversation again when it is loaded again, and begins another only when asked', async () => {
    const chat = await open((await start()).url, 1280);
    const { page } = chat;
    await chat.type('husk mig');
    await chat.said('ekko: husk mig');
    const before = await chat.conversation();
    await page.reload();
    await chat.said('ekko: husk mig');
    expect(await chat.conversation()).to.equal(before);
    await page.getByRole('button', { name: 'Start forfra med ny samtale' }).click();
    await page.getByRole('button', { name: 'Bliv her' }).click();
    expect(await chat.conversation()).to.equal(before);
    await page.getByRole('button', { name: 'Start forfra med ny samtale' }).click();
    await page.getByRole('button', { name: 'Start ny samtale', exact: true }).click();
    const isNew = `JSON.parse(sessionStorage['paragrafguiden.place'] ?? '{}').conversationId !== '${before}'`;
    await page.waitForFunction(isNew);
    await chat.cards().first().waitFor();
    expect(await page.getByText('husk mig').count()).to.equal(0);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('begins anew by itself when what it remembers has run out', async () => {
    const chat = await open((await start()).url, 1280);
    const stale = `JSON.stringify({ conversationId: 'gammel', token: 'gammel' })`;
    await chat.page.evaluate(`sessionStorage.setItem('paragrafguiden.place', ${stale})`);
    await chat.page.reload();
    await chat.cards().first().waitFor();
    expect(await chat.conversation()).to.not.equal('gammel');
    expect(await chat.page.getByRole('status').textContent()).to.equal('');
  });

  it('asks every now and then where WebSockets are swallowed on the way', async () => {
    const chat = await open((await start()).url, 360, async (page) => {
      await page.routeWebSocket(/stream/u, (socket) => socket.close());
    });
    await chat.type('hej');
    await chat.said('ekko: hej');
    await chat.page.getByRole('status').filter({ hasText: /^$/u }).waitFor({ state: 'attached', timeout: 15_000 });
  });

  it('shows a changed message in its place and takes a deleted one away', async () => {
    const ids: string[] = [];
    const local = localChannel(async (turn) => {
      const { text } = turn.activity;
      if (text === 'ret') await turn.updateActivity({ type: 'message', id: ids[0] ?? '', text: 'rettet' });
      else if (text === 'slet') await turn.deleteActivity(ids[0] ?? '');
      else {
        const sent = await turn.sendActivity({ text: 'første', attachments: [card('Hvor bor borgeren?') as never] });
        ids.push(sent?.id ?? '');
      }
    });
    const chat = await open((await start({ local })).url, 1280);
    await chat.type('ret');
    await chat.page.locator('.webchat__bubble', { hasText: 'rettet' }).waitFor();
    expect(await chat.bubbles('første')).to.equal(0);
    await chat.type('slet');
    await chat.page.locator('.webchat__bubble', { hasText: 'rettet' }).waitFor({ state: 'detached' });
  });
});
