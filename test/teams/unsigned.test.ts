import { expect } from 'chai';
import { until } from '../server/support.ts';
import { startGuide, temporaryFolder, type GuideProcess } from '../helpers/guideProcess.ts';

const message = {
  ...{ type: 'message', id: 'm', text: 'hemmelig', channelId: 'msteams', serviceUrl: 'https://smba.example.org/' },
  ...{ from: { id: '29:user' }, recipient: { id: '28:bot' }, conversation: { id: 'a:own' } },
};
/** Signed by no one: three parts of base64, none of which says who made it. */
const junk = ['{"alg":"none"}', '{"sub":"hemmelig"}', 'x']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

describe('messages that the channel has not signed, at a guide with an app id', () => {
  const folder = temporaryFolder();
  let guide: GuideProcess;
  before(async () => {
    guide = await startGuide(folder.path, {
      HOST: '127.0.0.1',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
      MicrosoftAppPassword: 'geheim',
      MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
      ALLOWED_TENANTS: '22222222-2222-4222-8222-222222222222',
    });
    await until(() => guide.output().includes('svarer på'));
  });
  after(async () => {
    await guide.stop();
    folder.remove();
  });

  for (const [name, authorization] of [
    ['no token', undefined],
    ['a password', 'Basic aGVtbWVsaWc='],
    ['no word of a token', 'Bearer'],
    ['half a token', 'Bearer hemmelig'],
    ['a token of no one', `Bearer ${junk}`],
  ] as const)
    it(`are refused with ${name}: 401, one line with a code, and no stack`, async () => {
      const before = guide.output().length;
      const answer = await fetch(`${guide.url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify(message),
      });
      expect(answer.status).to.equal(401);
      expect(await answer.text())
        .to.contain('refused')
        .and.not.match(/\n\s+at |hemmelig/u);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const lines = guide.output().slice(before).trim().split('\n');
      const entries = lines.map((line) => JSON.parse(line) as { event: string; code?: string });
      expect(entries.filter(({ event }) => event === 'request-refused')).to.have.length(1);
      expect(entries.find(({ event }) => event === 'request-refused')).to.include({ code: 'NOT_SIGNED', status: 401 });
      expect(lines.join('\n')).to.not.match(/\bat\b .*:\d|AuthenticationError|hemmelig/u);
    });
});
