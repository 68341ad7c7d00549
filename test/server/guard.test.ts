import { request } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'chai';
import { refusal } from '../../src/server/index.ts';
import { codeOf, start, stopAll, until, type Running } from './support.ts';

/** Node's own client, because fetch does not let a Host through. */
const status = (port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });

describe('the server towards strangers', () => {
  let running: Running;

  before(async () => {
    running = await start({
      routes: [
        { method: 'GET', path: '/metrics', handle: () => ({ status: 200, type: 'text/plain', body: 'up 1\n' }) },
        {
          method: 'GET',
          path: '/brudt/:id',
          handle: ({ params }) => Promise.reject(new Error(`Hemmelig ${params.id ?? ''}`)),
        },
        { method: 'GET', path: '/nej', handle: () => refusal(410, 'gone', 'No longer here.') },
      ],
    });
  });
  after(stopAll);

  it('answers under the names of this machine only, so that no other name can be pointed at it', async () => {
    const ports = [`:${String(running.port)}`, '', ':1'];
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'].flatMap((name) =>
      ports.map((port) => name + port),
    )) {
      expect(await status(running.port, '/', { host }), host).to.equal(200);
    }
    for (const host of ['guide.example', 'localhost.example', '127.0.0.1.example', '10.0.0.1', 'a@localhost']) {
      expect(await status(running.port, '/', { host }), host).to.equal(403);
      expect(await status(running.port, '/assets/chat.js', { host }), host).to.equal(403);
      expect(await status(running.port, '/metrics', { host }), host).to.equal(403);
      expect(await status(running.port, '/directline/conversations', { host }, 'POST'), host).to.equal(403);
      expect(await status(running.port, '/healthz', { host }), host).to.equal(200);
    }
    for (const host of ['localhost:x', 'localhost/x', '[', 'a b', '%']) {
      expect(await status(running.port, '/', { host }), host).to.be.within(400, 404);
    }
  });

  it('answers under any name when it is meant for the outside', async () => {
    const { port } = await start({ host: '0.0.0.0' });
    expect(await status(port, '/', { host: 'guide.example' })).to.equal(200);
    expect(await status(port, '/', { host: 'guide.example', origin: 'https://evil.example' })).to.equal(403);
  });

  it('lets only its own pages ask', async () => {
    const host = `localhost:${String(running.port)}`;
    const ask = (origin: string): Promise<number> =>
      status(running.port, '/directline/conversations', { host, origin }, 'POST');
    expect(await ask(`http://${host}`)).to.equal(201);
    expect(await ask(`https://${host}`)).to.equal(201);
    for (const origin of [
      'http://localhost:1',
      'http://evil.example',
      'null',
      `ftp://${host}`,
      `http://127.0.0.1:${String(running.port)}`,
    ]) {
      expect(await ask(origin), origin).to.equal(403);
    }
  });

  it('says what is safe on every answer and nothing of itself', async () => {
    for (const path of ['/', '/assets/chat.css', '/healthz', '/nope', '/directline/nope', '/nej']) {
      const { headers } = await fetch(running.url + path);
      expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
      expect(headers.get('referrer-policy'), path).to.equal('no-referrer');
      expect(headers.get('content-security-policy'), path).to.match(/^default-src 'none'.*frame-ancestors 'none'/u);
      expect([headers.get('server'), headers.get('x-powered-by')], path).to.deep.equal([null, null]);
    }
    for (const path of ['/', '/healthz', '/directline/nope']) {
      expect((await fetch(running.url + path)).headers.get('cache-control'), path).to.equal('no-store');
    }
  });

  it('allows the page scripts from here and no other, inline ones neither', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(running.url)).headers.get('content-security-policy')),
    );
    expect(policies[0]).to.include("script-src 'self';").and.not.include('unsafe');
    expect(policies[0]).to.not.equal(policies[1]);
  });

  it('says 404 and 405 with a reason', async () => {
    const unknown = await fetch(`${running.url}/wp-login.php?a=<script>`);
    expect([unknown.status, await codeOf(unknown)]).to.deep.equal([404, 'not-found']);
    for (const [method, path, allow] of [
      ['DELETE', '/healthz', 'GET, HEAD'],
      ['GET', '/api/messages', 'POST'],
      ['PUT', '/directline/conversations', 'POST'],
      ['OPTIONS', '/', 'GET, HEAD'],
    ] as const) {
      const answer = await fetch(running.url + path, { method });
      expect([answer.status, answer.headers.get('allow'), await codeOf(answer)], path).to.deep.equal([
        405,
        allow,
        'wrong-method',
      ]);
    }
    expect((await fetch(`${running.url}/healthz`, { method: 'HEAD' })).status).to.equal(200);
  });

  it('lives through addresses that are none', async () => {
    for (const address of [
      'http://[',
      '//[',
      '*',
      '/%E0%A4%A',
      '/directline/conversations/%00',
      '?',
      '/\u0007',
      `/${'a'.repeat(20_000)}`,
    ]) {
      await new Promise((resolve) => {
        const socket = connect(running.port, '127.0.0.1', () =>
          socket.end(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
        );
        socket.on('close', resolve).on('error', resolve).resume();
      });
      for (const head of [
        `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
        'hej\r\n\r\n',
      ]) {
        await new Promise((resolve) => {
          const socket = connect(running.port, '127.0.0.1', () => socket.end(head));
          socket.on('close', resolve).on('error', resolve).resume();
        });
      }
      expect((await fetch(`${running.url}/healthz`)).status, address).to.equal(200);
    }
  });

  it('says nothing of what broke inside, and logs ids and codes only', async () => {
    const answer = await fetch(`${running.url}/brudt/hemmelig?cpr=0101010101`);
    expect([answer.status, await codeOf(answer)]).to.deep.equal([500, 'internal']);
    await until(() => running.events.some(({ route }) => route === '/brudt/:id'));
    expect(JSON.stringify(running.events)).to.not.match(/hemmelig|0101010101|Hemmelig/u);
    expect(running.events.find(({ route }) => route === '/brudt/:id')).to.include({
      event: 'request',
      method: 'GET',
      status: 500,
    });
  });
});

describe('health', () => {
  after(stopAll);

  it('is ok while the process answers; ready only when the app says so', async () => {
    let answer: () => Promise<boolean> = () => Promise.resolve(true);
    const { url } = await start({ ready: () => answer() });
    const ask = async (path: string): Promise<[number, unknown]> => {
      const got = await fetch(url + path);
      return [got.status, await got.json()];
    };
    expect(await ask('/healthz')).to.deep.equal([200, { status: 'ok' }]);
    expect(await ask('/readyz')).to.deep.equal([200, { status: 'ready' }]);
    for (const no of [
      () => Promise.resolve(false),
      () => Promise.reject(new Error('database')),
      (): never => {
        throw new Error('at once');
      },
    ]) {
      answer = no;
      expect(await ask('/readyz')).to.deep.equal([503, { status: 'not-ready' }]);
      expect(await ask('/healthz')).to.deep.equal([200, { status: 'ok' }]);
    }
  });
});
