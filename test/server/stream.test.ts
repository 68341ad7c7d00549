import { expect } from 'chai';
import { WebSocket } from 'ws';
import { begin, say, type ActivitySet, type Place } from './rest.ts';
import { start, stop, stopAll, until } from './support.ts';

interface Listener {
  readonly sets: readonly ActivitySet[];
  readonly beats: () => number;
  readonly texts: () => readonly (string | undefined)[];
  readonly closed: () => number | undefined;
  readonly socket: WebSocket;
}

/** Follows a stream, or throws the status that refused it. */
const follow = (url: string, options: object = {}): Promise<Listener> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, options);
    const sets: ActivitySet[] = [];
    let beats = 0;
    let closed: number | undefined;
    socket.on('message', (data: Buffer) => {
      if (data.length === 0) beats++;
      else sets.push(JSON.parse(data.toString()) as ActivitySet);
    });
    socket.on('close', (code) => (closed = code));
    socket.on('unexpected-response', (_request, answer) => {
      reject(new Error(String(answer.statusCode)));
    });
    socket.on('error', reject);
    const texts = (): (string | undefined)[] =>
      sets.flatMap(({ activities }) => activities.map(({ text, type }) => text ?? type));
    socket.on('open', () => {
      resolve({ sets, beats: () => beats, texts, closed: () => closed, socket });
    });
  });

const refused = async (url: string, options: object = {}): Promise<string> => {
  const outcome = await follow(url, options).catch((error: unknown) => error);
  return outcome instanceof Error ? outcome.message : 'let in';
};

describe('the stream', () => {
  afterEach(stopAll);

  it('tells at once where it stands, then what comes, to all who listen', async () => {
    const { url } = await start();
    const place = await begin(url);
    const [one, other] = [await follow(place.streamUrl), await follow(place.streamUrl)];
    await until(() => one.sets.length === 1 && one.sets[0]?.activities.length === 0);
    await say(url, place, { text: 'skriver' });
    for (const listener of [one, other]) {
      await until(() => listener.texts().length === 3);
      expect(listener.texts()).to.deep.equal(['skriver', 'typing', 'ekko: skriver']);
    }
    const late = await follow(place.streamUrl);
    await until(() => late.texts().length === 2);
    expect(late.texts()).to.deep.equal(['skriver', 'ekko: skriver']);
  });

  it('goes on from the watermark', async () => {
    const { url } = await start();
    const place = await begin(url);
    const first = await follow(place.streamUrl);
    await say(url, place, { text: 'et' });
    await until(() => first.texts().length === 2);
    first.socket.close();
    await say(url, place, { text: 'to' });
    const again = await follow(
      place.streamUrl.replace('watermark=', `watermark=${first.sets.at(-1)?.watermark ?? ''}`),
    );
    await until(() => again.texts().length > 0);
    expect(again.texts()).to.deep.equal(['to', 'ekko: to']);
  });

  it('lets in only with the token of its own conversation', async () => {
    const { url } = await start();
    const [mine, yours] = [await begin(url), await begin(url)];
    const withToken = (place: Place, token: string): string => place.streamUrl.replace(/t=.*/u, `t=${token}`);
    expect(await refused(withToken(yours, mine.token))).to.equal('403');
    expect(await refused(withToken(yours, ''))).to.equal('403');
    expect(await refused(yours.streamUrl.replace('/stream', '/anden'))).to.equal('404');
    expect(await refused(yours.streamUrl.replace(/\?.*/u, ''))).to.equal('403');
    expect((await fetch(mine.streamUrl.replace('ws:', 'http:'))).status).to.equal(426);
  });

  it('lets in pages of its own origin only, and only under the names of this machine', async () => {
    const { url } = await start();
    const { streamUrl } = await begin(url);
    expect(await refused(streamUrl, { origin: url })).to.equal('let in');
    expect(await refused(streamUrl, { origin: 'http://evil.example' })).to.equal('403');
    expect(await refused(streamUrl, { headers: { Host: 'evil.example' } })).to.equal('403');
  });

  it('shows both sides that the other is still there, and drops one that is not', async () => {
    const { url } = await start({ limits: { heartbeatMs: 40 } });
    const listener = await follow((await begin(url)).streamUrl);
    await until(() => listener.beats() >= 3);
    const deaf = await follow((await begin(url)).streamUrl, { autoPong: false });
    expect(await until(deaf.closed)).to.equal(1006);
    expect(listener.closed()).to.equal(undefined);
  });

  it('takes pings of the client, and closes on one that writes books', async () => {
    const { url } = await start();
    const place = await begin(url);
    const listener = await follow(place.streamUrl);
    listener.socket.send('');
    await say(url, place, { text: 'hej' });
    await until(() => listener.texts().length === 2);
    listener.socket.send('x'.repeat(5000));
    expect(await until(listener.closed)).to.equal(1009);
    expect((await fetch(`${url}/healthz`)).status).to.equal(200);
  });

  it('says that it is going away when the server stops', async () => {
    const running = await start();
    const listener = await follow((await begin(running.url)).streamUrl);
    await stop(running);
    expect(await until(listener.closed)).to.equal(1001);
  });

  it('names wss behind a proxy that speaks https', async () => {
    const { url } = await start();
    const { streamUrl } = await begin(url, { headers: { 'X-Forwarded-Proto': 'https' } });
    expect(streamUrl).to.match(/^wss:\/\/127\.0\.0\.1:/u);
  });
});
