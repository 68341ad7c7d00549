import { expect } from 'chai';
import { start, stopAll } from './support.ts';

describe('the page about the guide', () => {
  afterEach(stopAll);

  it('is there with and without web chat, with the parts that Teams links to', async () => {
    for (const local of [undefined, null]) {
      const { url } = await start(local === null ? { local } : {});
      const reply = await fetch(`${url}/om`);
      expect([reply.status, reply.headers.get('content-type')]).to.deep.equal([200, 'text/html; charset=utf-8']);
      expect(await reply.text())
        .to.include('id="privatliv"')
        .and.to.include('id="vilkaar"');
    }
  });
});
