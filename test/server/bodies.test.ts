import { connect } from 'node:net';
import { expect } from 'chai';
import { codeOf, start, stopAll, type Running } from './support.ts';

const json = { 'Content-Type': 'application/json' };
const big = (bytes: number): string => JSON.stringify({ type: 'message', text: 'å'.repeat(bytes / 2) });
const nested = (depth: number): string => `{"type":"message","value":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const stream = (bytes: number): ReadableStream =>
  new ReadableStream({
    pull(controller) {
      bytes -= 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(32));
      if (bytes <= 0) controller.close();
    },
  });

interface Case {
  readonly name: string;
  readonly body: string | Uint8Array | ReadableStream;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly code: string;
}

const cases: readonly Case[] = [
  { name: 'not JSON', body: 'hej', status: 400, code: 'not-json' },
  { name: 'half a JSON', body: '{"type":"mess', status: 400, code: 'not-json' },
  { name: 'nothing', body: '', status: 400, code: 'empty' },
  { name: 'only spaces', body: '   ', status: 400, code: 'empty' },
  { name: 'no UTF-8', body: new Uint8Array([0x22, 0xff, 0xfe, 0x22]), status: 400, code: 'not-json' },
  { name: '257 KB', body: big(257 * 1024), status: 413, code: 'too-large' },
  { name: '1 MB in chunks', body: stream(1024 * 1024), status: 413, code: 'too-large' },
  {
    name: 'a form',
    body: 'type=message',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'not-json',
  },
  {
    name: 'no content type',
    body: new TextEncoder().encode('{"type":"message"}'),
    headers: {},
    status: 415,
    code: 'not-json',
  },
  {
    name: 'another charset',
    body: '{}',
    headers: { 'Content-Type': 'application/json; charset=latin1' },
    status: 415,
    code: 'not-json',
  },
  { name: 'compressed', body: '{}', headers: { ...json, 'Content-Encoding': 'gzip' }, status: 415, code: 'not-json' },
  { name: 'an array', body: '[{"type":"message"}]', status: 400, code: 'not-an-activity' },
  { name: 'a number', body: '42', status: 400, code: 'not-an-activity' },
  { name: 'null', body: 'null', status: 400, code: 'not-an-activity' },
  { name: 'no type', body: '{"text":"hej"}', status: 400, code: 'not-an-activity' },
  { name: 'a number as type', body: '{"type":7}', status: 400, code: 'not-an-activity' },
  { name: 'an empty type', body: '{"type":""}', status: 400, code: 'not-an-activity' },
  { name: 'an object as text', body: '{"type":"message","text":{}}', status: 400, code: 'not-an-activity' },
  { name: 'a text as sender', body: '{"type":"message","from":"mig"}', status: 400, code: 'not-an-activity' },
  {
    name: 'a list of numbers as members',
    body: '{"type":"conversationUpdate","membersAdded":[1]}',
    status: 400,
    code: 'not-an-activity',
  },
  { name: 'a hundred levels', body: nested(100), status: 400, code: 'too-deep' },
  { name: 'a hundred thousand levels', body: nested(100_000), status: 400, code: 'too-deep' },
  { name: 'levels that never close', body: '['.repeat(200_000), status: 400, code: 'too-deep' },
];

describe('a body that is no activity', () => {
  let running: Running;
  const received: unknown[] = [];

  before(async () => {
    running = await start({
      messages: (request, response) => {
        received.push(request.body);
        response.status(200);
        response.end();
        return Promise.resolve();
      },
      limits: { bodyMs: 400 },
    });
  });
  after(stopAll);

  const addresses = async (): Promise<[string, Record<string, string>][]> => {
    const answer = await fetch(`${running.url}/directline/conversations`, { method: 'POST' });
    const { conversationId, token } = (await answer.json()) as { conversationId: string; token: string };
    return [
      ['/api/messages', {}],
      [`/directline/conversations/${conversationId}/activities`, { Authorization: `Bearer ${token}` }],
    ];
  };

  for (const { name, body, headers = json, status, code } of cases) {
    it(`is refused with ${String(status)} ${code} when it is ${name}`, async () => {
      for (const [path, authorization] of await addresses()) {
        const sent = body instanceof ReadableStream ? stream(1024 * 1024) : body;
        const init = { method: 'POST', headers: { ...headers, ...authorization }, body: sent, duplex: 'half' };
        const answer = await fetch(running.url + path, init as RequestInit);
        expect(answer.status, path).to.equal(status);
        expect(answer.headers.get('content-type')).to.equal('application/json; charset=utf-8');
        const text = await answer.text();
        expect(text)
          .to.have.length.below(200)
          .and.not.match(/\bat \S+:\d+|node_modules/u);
        expect((JSON.parse(text) as { error: { code: string } }).error.code).to.equal(code);
      }
      expect(received).to.deep.equal([]);
      expect((await fetch(`${running.url}/healthz`)).status).to.equal(200);
    });
  }

  it('is refused with 408 when it never comes', async () => {
    const head = `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:${String(running.port)}\r\nContent-Type: application/json\r\n`;
    const answer = await raw(running.port, `${head}Content-Length: 100\r\n\r\n{"type":`);
    expect(answer)
      .to.match(/^HTTP\/1\.1 408 /u)
      .and.include('too-slow');
  });

  it('does no harm when the sender hangs up half-way', async () => {
    const socket = connect(running.port, '127.0.0.1');
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"ty`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await fetch(`${running.url}/healthz`)).status).to.equal(200);
  });

  it('is not what an activity of 250 KB with 60 levels is', async () => {
    const body = JSON.stringify({
      type: 'message',
      text: 'a'.repeat(250_000),
      value: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown,
    });
    expect((await fetch(`${running.url}/api/messages`, { method: 'POST', headers: json, body })).status).to.equal(200);
    expect(received).to.have.length(1);
  });

  it('is 404 with a reason where no channel is set up', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/api/messages`, { method: 'POST', headers: json, body: '{"type":"message"}' });
    expect([answer.status, await codeOf(answer)]).to.deep.equal([404, 'no-channel']);
  });
});

/** Writes bytes as they are and reads until the other side is done. */
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('close', () => {
      resolve(answer);
    });
  });
