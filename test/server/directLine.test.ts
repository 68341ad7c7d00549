import { expect } from 'chai';
import type { LocalChannel, WireActivity } from '../../src/server/index.ts';
import { ask, begin, read, say } from './rest.ts';
import { codeOf, start, stop, stopAll } from './support.ts';

const texts = ({ activities }: { activities: readonly { text?: string }[] }): (string | undefined)[] =>
  activities.map(({ text }) => text);

describe('Direct Line', () => {
  afterEach(stopAll);

  it('begins a conversation for a client without any secret', async () => {
    const { url } = await start();
    for (const headers of [{}, { Authorization: 'Bearer undefined' }]) {
      const place = await begin(url, { headers });
      expect(place).to.have.keys('conversationId', 'token', 'expires_in', 'streamUrl');
      expect(place.expires_in).to.equal(86_400);
    }
    const generated = await fetch(`${url}/directline/tokens/generate`, { method: 'POST' });
    const { conversationId, token } = (await generated.json()) as { conversationId: string; token: string };
    expect((await begin(url, { headers: { Authorization: `Bearer ${token}` } })).conversationId).to.equal(
      conversationId,
    );
  });

  it('refreshes a token into another for the same conversation', async () => {
    let clock = Date.now();
    const { url } = await start({ now: () => new Date(clock) });
    const place = await begin(url);
    clock += 23 * 3600_000;
    const refresh = (token: string): Promise<Response> =>
      fetch(`${url}/directline/tokens/refresh`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
    const refreshed = (await (await refresh(place.token)).json()) as { conversationId: string; token: string };
    expect(refreshed.conversationId).to.equal(place.conversationId);
    clock += 2 * 3600_000;
    expect((await ask(url, place)).status).to.equal(403);
    expect((await refresh(place.token)).status).to.equal(403);
    expect((await ask(url, refreshed)).status).to.equal(200);
  });

  it('opens no conversation but the one its token is for', async () => {
    const { url } = await start();
    const [mine, yours] = [await begin(url), await begin(url)];
    await say(url, yours, { text: 'fortroligt' });
    const [id, expiry, signature] = mine.token.split('.');
    const forged = [
      mine.token,
      `${yours.conversationId}.${expiry ?? ''}.${signature ?? ''}`,
      `${yours.token}x`,
      yours.token.toUpperCase(),
      `${yours.conversationId}.zzzzzzzz.${yours.token.split('.')[2] ?? ''}`,
      id ?? '',
      'x',
    ];
    for (const token of forged) {
      const place = { conversationId: yours.conversationId, token };
      for (const answer of [
        await ask(url, place),
        await ask(url, place, '/activities'),
        await say(url, place, { text: 'hej' }),
      ]) {
        expect([answer.status, await codeOf(answer)], token).to.deep.equal([403, 'bad-token']);
      }
    }
    for (const path of ['', '/activities']) {
      expect((await fetch(`${url}/directline/conversations/${yours.conversationId}${path}`)).status).to.equal(401);
    }
    expect(texts(await read(url, yours))).to.deep.equal(['fortroligt', 'ekko: fortroligt']);
  });

  it('gives what came after the watermark, and all of it to one who has none', async () => {
    const { url } = await start();
    const place = await begin(url);
    await say(url, place, { text: 'et' });
    const first = await read(url, place);
    expect(texts(first)).to.deep.equal(['et', 'ekko: et']);
    expect((await read(url, place, first.watermark)).activities).to.deep.equal([]);
    await say(url, place, { text: 'to' });
    expect(texts(await read(url, place, first.watermark))).to.deep.equal(['to', 'ekko: to']);
    for (const odd of ['', '7', '-1.x', 'NaN', '999.forged'])
      expect((await read(url, place, odd)).activities, odd).to.have.length(4);
  });

  it('goes on after a restart with the same conversation and token, whatever the watermark was', async () => {
    const before = await start();
    const place = await begin(before.url);
    for (const text of ['et', 'to', 'tre']) await say(before.url, place, { text });
    const { watermark } = await read(before.url, place);
    await stop(before);
    const { url } = await start();
    expect((await ask(url, place, `?watermark=${watermark}`)).status).to.equal(200);
    await say(url, place, { text: 'fire' });
    expect(texts(await read(url, place, watermark))).to.deep.equal(['fire', 'ekko: fire']);
    const other = await start({ tokenSecret: 'quite another secret than before' });
    expect((await ask(other.url, place)).status).to.equal(403);
  });

  it('decides itself what the client may not', async () => {
    const received: WireActivity[] = [];
    const local: LocalChannel = {
      receive: (activity) => {
        received.push(activity);
        return Promise.resolve({ status: 200 });
      },
      onSend: () => () => undefined,
    };
    const { url } = await start({ local, now: () => new Date('2026-11-22T10:00:00Z') });
    const place = await begin(url);
    const answer = await say(url, place, {
      ...{
        id: 'mit',
        timestamp: '1999-01-01',
        channelId: 'msteams',
        serviceUrl: 'https://evil.example',
        recipient: { id: 'en anden' },
      },
      ...{
        conversation: { id: 'en anden' },
        deliveryMode: 'expectReplies',
        callerId: 'x',
        from: { id: 'user-1', name: 'U', role: 'bot', aadObjectId: 'x' },
      },
      ...{ text: 'hej', value: { kind: 'answer' }, channelData: { clientActivityID: 'c1' } },
    });
    const { id } = (await answer.json()) as { id: string };
    expect(received).to.deep.equal([
      {
        ...{
          type: 'message',
          id,
          timestamp: '2026-11-22T10:00:00.000Z',
          channelId: 'directline',
          serviceUrl: 'urn:directline:local',
        },
        ...{
          conversation: { id: place.conversationId },
          recipient: { id: 'paragrafguiden', name: 'Paragrafguiden', role: 'bot' },
        },
        ...{
          from: { id: 'user-1', name: 'U', role: 'user' },
          text: 'hej',
          value: { kind: 'answer' },
          channelData: { clientActivityID: 'c1' },
        },
      },
    ]);
    expect(id).to.not.equal('mit');
  });

  it('takes a sender id of at most 128 characters, and its own when there is none', async () => {
    const { url } = await start();
    const place = await begin(url);
    for (const id of ['x'.repeat(129), '']) expect((await say(url, place, { from: { id } })).status).to.equal(400);
    expect((await say(url, place, { from: { id: 'x'.repeat(128) } })).status).to.equal(200);
    expect((await say(url, place, { from: undefined })).status).to.equal(200);
    expect((await read(url, place)).activities.at(-2)?.from?.id).to.equal(place.conversationId);
  });

  it('answers an invoke with the bot’s own response', async () => {
    const { url } = await start();
    const answer = await say(url, await begin(url), { type: 'invoke', name: 'adaptiveCard/action', value: { a: 1 } });
    expect([answer.status, await answer.json()]).to.deep.equal([200, { said: { a: 1 } }]);
  });
});
