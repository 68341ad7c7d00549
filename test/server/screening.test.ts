import { expect } from 'chai';
import { WebSocket } from 'ws';
import type { LocalChannel, WireActivity } from '../../src/server/index.ts';
import { ask, begin, read, say, type Place } from './rest.ts';
import { codeOf, start, stopAll, until, type Running } from './support.ts';

const secret = 'Hjalmar Rimmersgård';
const screen = (activity: unknown): boolean => JSON.stringify(activity).includes(secret);

/** A bot that keeps what it gets and says nothing; its first `failures` turns break. */
const listening = (failures = 0): { readonly local: LocalChannel; readonly received: WireActivity[] } => {
  const received: WireActivity[] = [];
  const local: LocalChannel = {
    receive: (activity) => {
      received.push(activity);
      return received.length > failures ? Promise.resolve({ status: 200 }) : Promise.reject(new TypeError(secret));
    },
    onSend: () => () => undefined,
  };
  return { local, received };
};

const streamed = async ({ streamUrl }: Place): Promise<{ readonly frames: readonly string[]; end: () => void }> => {
  const frames: string[] = [];
  const socket = new WebSocket(streamUrl);
  socket.on('message', (data: Buffer) => frames.push(data.toString()));
  await new Promise((resolve) => socket.once('open', resolve));
  return { frames, end: () => socket.close() };
};

/** Everything but the bot that could hold something: the history, and the log. */
const kept = async ({ url, events }: Running, place: Place): Promise<string> =>
  JSON.stringify([await read(url, place), events]);

describe('an activity that holds personal data', () => {
  afterEach(stopAll);

  it('is echoed with its ids and nothing else, and reaches the bot with its text and value', async () => {
    const { local, received } = listening();
    const running = await start({ local, screen, now: () => new Date('2026-11-22T10:00:00Z') });
    const place = await begin(running.url);
    const answer = await say(running.url, place, {
      ...{ text: `om ${secret}`, value: { a: secret }, locale: 'da-DK', speak: secret, entities: [{ secret }] },
      ...{ channelData: { clientActivityID: 'k3x9', messageBack: { text: secret } } },
      from: { id: 'user-1', name: secret },
    });
    const { id } = (await answer.json()) as { id: string };
    const common = {
      ...{ type: 'message', id, timestamp: '2026-11-22T10:00:00.000Z', channelId: 'directline' },
      ...{ serviceUrl: 'urn:directline:local', conversation: { id: place.conversationId } },
      recipient: { id: 'paragrafguiden', name: 'Paragrafguiden', role: 'bot' },
      ...{ from: { id: 'user-1', role: 'user' }, channelData: { clientActivityID: 'k3x9' } },
    };
    expect((await read(running.url, place)).activities).to.deep.equal([common]);
    expect(received).to.deep.equal([{ ...common, text: `om ${secret}`, value: { a: secret } }]);
    expect(await kept(running, place)).not.to.include(secret);
  });

  const ways: Readonly<Record<string, object>> = {
    'in its text': { text: secret },
    'in its value': { value: { answers: { need: secret } } },
    'as a key of its value': { value: { [secret]: 'ja' } },
    'in an invoke': { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: { option: secret } } } },
    'in an event': { type: 'event', name: secret, value: secret },
    'while typing': { type: 'typing', text: secret },
    'in an attachment': { attachments: [{ contentType: 'text/plain', content: secret }] },
    'in channel data': { text: 'hej', channelData: { messageBack: { displayText: secret } } },
    'as its own id for itself': { text: 'hej', channelData: { clientActivityID: secret } },
    'in channel data that is a list': { text: 'hej', channelData: [secret] },
    'in a field that no one knows': { text: 'hej', note: secret },
    'as a locale': { text: 'hej', locale: secret },
    'as a local time': { text: 'hej', localTimestamp: secret },
  };
  for (const [way, activity] of Object.entries(ways))
    it(`is neither kept, streamed nor logged when it comes ${way}`, async () => {
      const { local, received } = listening();
      const running = await start({ local, screen });
      const place = await begin(running.url);
      const { frames, end } = await streamed(place);
      const answer = await say(running.url, place, activity);
      expect(answer.status).to.equal(200);
      expect(await answer.text()).not.to.include(secret);
      expect(received).to.have.length(1);
      await until(() => frames.some((frame) => frame.includes(String(received[0]?.id))));
      end();
      expect(frames.join()).not.to.include(secret);
      expect(await kept(running, place)).not.to.include(secret);
    });

  it('is run again with its text when it is sent again after a failure, and still not kept', async () => {
    const { local, received } = listening(1);
    const running = await start({ local, screen });
    const place = await begin(running.url);
    const same = { text: secret, channelData: { clientActivityID: 'x1' } };
    const first = await say(running.url, place, same);
    expect([first.status, await codeOf(first)]).to.deep.equal([502, 'bot-failed']);
    const [second, third] = [await say(running.url, place, same), await say(running.url, place, same)];
    expect([second.status, third.status]).to.deep.equal([200, 200]);
    expect(received.map(({ id, text }) => [id, text])).to.deep.equal([
      [received[0]?.id, secret],
      [received[0]?.id, secret],
    ]);
    expect((await read(running.url, place)).activities).to.have.length(1);
    expect(await kept(running, place)).not.to.include(secret);
  });

  it('is taken for one whenever it cannot be found out', async () => {
    const { local } = listening();
    const running = await start({
      local,
      screen: () => {
        throw new RangeError(secret);
      },
    });
    const place = await begin(running.url);
    await say(running.url, place, { text: secret });
    expect(running.events).to.deep.include({ event: 'screen-failed', error: 'RangeError' });
    expect(await kept(running, place)).not.to.include(secret);
  });

  it('is not suspected in what a client and this server put there themselves', async () => {
    const asked: unknown[] = [];
    const { url } = await start({ screen: (activity) => asked.push(activity) === 0 });
    const place = await begin(url);
    await say(url, place, {
      ...{ text: 'hej', localTimestamp: '2026-11-22T10:00:00.123+01:00', timestamp: '2026-11-22T09:00:00Z' },
      ...{ channelId: 'webchat', channelData: { clientActivityID: '653f18e9-5d15-4264-9423-7b67251781fe' } },
    });
    await say(url, place, { text: 'hej', channelData: { clientActivityID: '260337-1573' } });
    expect(asked).to.deep.equal([
      { text: 'hej', channelData: {} },
      { text: 'hej', channelData: { clientActivityID: '260337-1573' } },
    ]);
  });

  it('is refused without a word of it when it is no activity, has no sender or no token', async () => {
    const running = await start({ screen });
    const place = await begin(running.url);
    const answers = [
      await say(running.url, place, { text: { secret } }),
      await say(running.url, place, { text: secret, from: { id: '' } }),
      await say(running.url, { ...place, token: secret.replace(' ', '') }, { text: secret }).catch(() => undefined),
      await ask(running.url, place, `/${encodeURIComponent(secret)}`),
    ];
    for (const answer of answers) expect((await answer?.text()) ?? '').not.to.include('Rimmersg');
    expect(await kept(running, place)).not.to.include('Rimmersg');
  });
});
