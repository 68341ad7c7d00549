import { TestAdapter } from 'botbuilder';
import { expect } from 'chai';
import { tenantsOnly } from '../../src/bot/teams/tenants.ts';
import { readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';

const ours = '0a1b2c3d-0000-4000-8000-00000000000A';
const tenant = (id: unknown): object => ({ channelData: { tenant: { id } } });

/** How many turns a bot behind the list has played for an activity, and what was sent. */
const played = async (allowed: readonly string[], more: object): Promise<readonly [number, readonly string[]]> => {
  let turns = 0;
  const adapter = new TestAdapter(() => {
    turns++;
    return Promise.resolve();
  });
  adapter.use(tenantsOnly(allowed, () => undefined));
  await adapter.receiveActivity({ type: 'message', text: 'hjælp', ...more });
  return [turns, adapter.activeQueue.map(({ type }) => type ?? '')];
};

describe('the list of tenants', () => {
  it('lets through its own, however they are written', async () => {
    for (const more of [tenant(ours), tenant(ours.toLowerCase()), { conversation: { id: 'c', tenantId: ours } }])
      expect(await played([ours], more)).to.deep.equal([1, []]);
  });

  it('gives others no reply, nor those that name two or none', async () => {
    for (const more of [
      tenant('other'),
      tenant(7),
      tenant(''),
      {},
      { channelData: null, conversation: { id: 'c' } },
      { ...tenant(ours), conversation: { id: 'c', tenantId: 'other' } },
    ])
      expect(await played([ours], more), JSON.stringify(more)).to.deep.equal([0, []]);
  });

  it('is closed when it is empty', async () => {
    expect(await played([], tenant(ours))).to.deep.equal([0, []]);
  });

  it('refuses an invoke from elsewhere, so that it does not wait', async () => {
    expect(await played([ours], { type: 'invoke', ...tenant('other') })).to.deep.equal([0, ['invokeResponse']]);
  });

  it('may not be empty in production', () => {
    const registration = { MicrosoftAppType: 'SingleTenant', MicrosoftAppId: 'a', MicrosoftAppTenantId: 't' };
    expect(() => readConfig({ ...registration, NODE_ENV: 'production' })).to.throw(ConfigError, 'ALLOWED_TENANTS');
    const config = readConfig({ ...registration, NODE_ENV: 'production', ALLOWED_TENANTS: `${ours}, other` });
    expect(config.credentials?.tenants).to.deep.equal([ours, 'other']);
  });
});
