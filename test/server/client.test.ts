import { expect } from 'chai';
import { ConnectionStatus, type DirectLineOptions } from 'botframework-directlinejs';
import { openDirectLine, type OpenedClient } from '../helpers/directLine.ts';
import { start, stop, stopAll, until } from './support.ts';

/** What a page would keep of a client, to open another in its place. */
const placeOf = ({ client }: OpenedClient): Pick<DirectLineOptions, 'conversationId' | 'token' | 'watermark'> => {
  const { conversationId, token, watermark } = client as unknown as Record<
    'conversationId' | 'token' | 'watermark',
    string
  >;
  return { conversationId, token, watermark };
};

describe('botframework-directlinejs, as it comes', () => {
  const opened: OpenedClient[] = [];
  const open = (url: string, options: DirectLineOptions = {}): OpenedClient => {
    const client = openDirectLine({ domain: `${url}/directline`, ...options });
    opened.push(client);
    return client;
  };

  afterEach(async () => {
    for (const { end } of opened.splice(0)) end();
    await stopAll();
  });

  for (const webSocket of [true, false]) {
    const way = webSocket ? 'over the WebSocket' : 'by polling';

    it(`sends text and values and gets the answers ${way}`, async () => {
      const { url } = await start();
      const { client, post, received, texts } = open(url, { webSocket });
      const id = await post({ type: 'message', text: 'hej' });
      await until(() => texts().includes('ekko: hej'));
      expect(received.find((activity) => activity.id === id)).to.include({ type: 'message', text: 'hej' });
      await post({ type: 'message', value: { kind: 'answer', option: 'own-home' } });
      await until(() => texts().includes('valg: {"kind":"answer","option":"own-home"}'));
      await post({ type: 'event', name: 'webchat/join', value: '' });
      await until(() => received.some((activity) => activity.type === 'message' && activity.attachments?.length === 1));
      expect(client.connectionStatus$.getValue()).to.equal(ConnectionStatus.Online);
      const ids = received.map((activity) => activity.id);
      expect(new Set(ids).size, 'nothing comes twice').to.equal(ids.length);
    });

    it(`gets the whole conversation again in a second client ${way}`, async () => {
      const { url } = await start();
      const first = open(url, { webSocket });
      await first.post({ type: 'message', text: 'hej' });
      await until(() => first.texts().length === 2);
      const second = open(url, { webSocket, ...placeOf(first), watermark: '' });
      await until(() => second.texts().length === 2);
      expect(second.texts()).to.deep.equal(first.texts());
    });
  }

  it('goes on by itself across a restart, over the WebSocket', async () => {
    const before = await start();
    const { post, texts } = open(before.url);
    await post({ type: 'message', text: 'før' });
    await until(() => texts().includes('ekko: før'));
    await stop(before);
    await start({ port: before.port });
    await until(async () => (await post({ type: 'message', text: 'efter' })) !== 'retry');
    await until(() => texts().includes('ekko: efter'));
    expect(texts().filter((text) => text === 'ekko: før')).to.have.length(1);
  });

  it('goes on across a restart by polling when the page opens it anew where it was', async () => {
    const before = await start();
    const first = open(before.url, { webSocket: false });
    await first.post({ type: 'message', text: 'før' });
    await until(() => first.texts().includes('ekko: før'));
    await stop(before);
    const { url } = await start({ port: before.port });
    const second = open(url, { webSocket: false, ...placeOf(first) });
    await second.post({ type: 'message', text: 'efter' });
    await until(() => second.texts().includes('ekko: efter'));
    expect(placeOf(second).conversationId).to.equal(placeOf(first).conversationId);
    expect(second.texts()).to.deep.equal(['efter', 'ekko: efter']);
  });

  it('is told that its token has run out', async () => {
    let clock = Date.now();
    const { url } = await start({ now: () => new Date(clock) });
    const { client, post, texts } = open(url, { webSocket: false });
    await post({ type: 'message', text: 'hej' });
    await until(() => texts().length === 2);
    clock += 25 * 3600_000;
    await until(() => client.connectionStatus$.getValue() === ConnectionStatus.ExpiredToken);
  });
});
