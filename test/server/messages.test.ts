import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { expect } from 'chai';
import type { ServerOptions } from '../../src/server/index.ts';
import { codeOf, start, stopAll } from './support.ts';

const post = (url: string, activity: object): Promise<Response> =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(activity),
  });

const answering =
  (status: number, body?: unknown): NonNullable<ServerOptions['messages']> =>
  (_request, response) => {
    response.status(status);
    if (body !== undefined) response.send(body);
    response.end();
    return Promise.resolve();
  };

describe('POST /api/messages', () => {
  after(stopAll);

  it('hands the adapter what was sent and lets it answer', async () => {
    const { url } = await start({
      messages: (request, response) => answering(200, { got: request.body as unknown })(request, response),
    });
    const answer = await post(url, { type: 'invoke', name: 'x', from: { id: 'a' } });
    expect([answer.status, await answer.json()]).to.deep.equal([
      200,
      { got: { type: 'invoke', name: 'x', from: { id: 'a' } } },
    ]);
  });

  it('is reachable under any name, as behind a tunnel', async () => {
    const { url } = await start({ messages: answering(202) });
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://tunnel.example' },
      body: '{"type":"message"}',
    });
    expect([answer.status, await answer.text()]).to.deep.equal([202, '']);
  });

  it('keeps the adapter’s error texts to itself', async () => {
    for (const [status, code, shown] of [
      [401, 'refused', 401],
      [500, 'internal', 500],
    ] as const) {
      const { url } = await start({ messages: answering(status, 'Hemmelig tekst at file.ts:1') });
      const answer = await post(url, { type: 'message' });
      expect([answer.status, await codeOf(answer)]).to.deep.equal([shown, code]);
    }
    const { url, events } = await start({ messages: () => Promise.reject(new Error('Hemmelig')) });
    const answer = await post(url, { type: 'message' });
    expect([answer.status, await codeOf(answer)]).to.deep.equal([500, 'internal']);
    expect(JSON.stringify(events)).to.not.include('Hemmelig');
  });

  it('is 401 from the real adapter when no token is sent', async () => {
    const authentication = new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: '00000000-0000-4000-8000-000000000000',
      MicrosoftAppPassword: 'x',
      MicrosoftAppTenantId: '00000000-0000-4000-8000-000000000001',
      MicrosoftAppType: 'SingleTenant',
    });
    const adapter = new CloudAdapter(authentication);
    let turns = 0;
    const { url } = await start({
      messages: (request, response) =>
        adapter.process(request, response, () => {
          turns++;
          return Promise.resolve();
        }),
    });
    const { error } = console;
    console.error = () => undefined;
    const answer = await post(url, {
      type: 'message',
      channelId: 'msteams',
      serviceUrl: 'https://smba.example',
      conversation: { id: 'c' },
    }).finally(() => {
      console.error = error;
    });
    expect([answer.status, await codeOf(answer), turns]).to.deep.equal([401, 'refused', 0]);
  });
});
