import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import { expect } from 'chai';
import { ConfigError } from '../../src/errors.ts';
import { begin, say } from './rest.ts';
import { localChannel, start, stop, stopAll } from './support.ts';

describe('starting and stopping', () => {
  afterEach(stopAll);

  it('says in plain words that the port is taken', async () => {
    const { port } = await start();
    const error = await start({ port }).catch((reason: unknown) => reason);
    expect(error)
      .to.be.instanceOf(ConfigError)
      .with.property('what', `Cannot listen on 127.0.0.1 port ${String(port)} (EADDRINUSE).`);
  });

  it('refuses a secret that could be guessed', async () => {
    expect(await start({ tokenSecret: 'kort' }).catch((reason: unknown) => reason)).to.be.instanceOf(ConfigError);
  });

  it('lets a turn finish before it is closed, and may be closed twice', async () => {
    const channel = localChannel();
    const running = await start({
      local: {
        ...channel,
        receive: async (activity) => {
          await new Promise((resolve) => setTimeout(resolve, 200));
          return channel.receive(activity);
        },
      },
    });
    const place = await begin(running.url);
    const answer = say(running.url, place, { text: 'hej' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stop(running);
    expect((await answer).status).to.equal(200);
    await running.server.close();
  });

  it('does not wait for ever', async () => {
    const running = await start({
      local: { ...localChannel(), receive: () => new Promise(() => undefined) },
      limits: { drainMs: 100 },
    });
    const answer = say(running.url, await begin(running.url), { text: 'hej' }).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stop(running);
    expect(await answer).to.be.instanceOf(Error);
  });

  it('serves neither page nor Direct Line when the local channel is off', async () => {
    const { url } = await start({ local: null });
    for (const path of ['/', '/assets/chat.js', '/directline/conversations'])
      expect((await fetch(url + path)).status).to.equal(404);
    expect((await fetch(`${url}/healthz`)).status).to.equal(200);
  });
});

describe('the files of the page', () => {
  after(stopAll);

  it('are compressed, tagged, and not sent again while they are the same', async () => {
    const { url } = await start();
    for (const [name, type] of [
      ['webchat.js', 'text/javascript'],
      ['cards.js', 'text/javascript'],
      ['chat.js', 'text/javascript'],
      ['connection.js', 'text/javascript'],
      ['hostConfig.js', 'text/javascript'],
      ['keyboard.js', 'text/javascript'],
      ['session.js', 'text/javascript'],
      ['danish.js', 'text/javascript'],
      ['words.js', 'text/javascript'],
      ['chat.css', 'text/css'],
    ] as const) {
      const plain = await fetch(`${url}/assets/${name}`, { headers: { 'Accept-Encoding': 'identity' } });
      const bytes = Buffer.from(await plain.arrayBuffer());
      expect(plain.headers.get('content-type')).to.equal(`${type}; charset=utf-8`);
      expect([plain.headers.get('content-encoding'), plain.headers.get('cache-control')]).to.deep.equal([
        null,
        'no-cache',
      ]);
      const zipped = await new Promise<Buffer>((resolve) => {
        get(`${url}/assets/${name}`, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
          const chunks: Buffer[] = [];
          answer
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => {
              resolve(Buffer.concat(chunks));
            });
        });
      });
      expect(gunzipSync(zipped).equals(bytes), name).to.equal(true);
      const again = await fetch(`${url}/assets/${name}`, {
        headers: { 'If-None-Match': plain.headers.get('etag') ?? '' },
      });
      expect([again.status, await again.text()]).to.deep.equal([304, '']);
    }
  });

  it('are those eight and no other', async () => {
    const { url } = await start();
    for (const path of ['/assets/index.html', '/assets/../index.html', '/assets/%2e%2e%2findex.html', '/assets/']) {
      expect((await fetch(url + path)).status, path).to.equal(404);
    }
  });
});
