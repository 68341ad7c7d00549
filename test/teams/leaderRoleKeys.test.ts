import { expect } from 'chai';
import { CarefulAuthentication } from '../../src/bot/sending/carefulAuthentication.ts';
import { dialogs } from '../helpers/content.ts';
import { connection, FakeEntra, role, signInApp, tenant } from '../helpers/fakeEntra.ts';
import { botId, TeamsDoor, textsIn } from './door.ts';

const leader = 'aaaaaaaa-1111-4111-8111-111111111111';
const said = (key: string): string => dialogs.phrases[key]!;
const typed = {
  ...{ type: 'message', text: 'lederrapport', from: { id: `29:${leader}`, aadObjectId: leader } },
  conversation: { id: 'a:own', conversationType: 'personal', tenantId: tenant },
};

describe('leaders by an app role, when Entra does not give its keys', () => {
  const entra = new FakeEntra();
  let door: TeamsDoor;
  before(async () => {
    await entra.open();
    door = new TeamsDoor(undefined, {
      tokenService: entra.url,
      leaderRole: { connection, appId: signInApp, role, tenants: [tenant], authority: entra.url },
      weeks: () => [{ week: '2026-W47', totals: { answered: 7 }, gaps: [] }],
    });
    await door.open();
    entra.kept.set(`29:${leader}`, await entra.token(leader, [role], door.time));
  });
  after(async () => {
    await door.close();
    await entra.close();
  });

  it('no one is believed until it does, and the keys are then kept', async () => {
    for (const fails of [500, 404, 200] as const) {
      entra.keysFail = fails;
      door.connector.reset();
      await door.post(typed);
      expect(textsIn(door.connector.shown[0]), String(fails)).to.contain(said('leader.unreachable'));
    }
    entra.keysFail = undefined;
    entra.taken();
    for (let times = 0; times < 3; times += 1) {
      door.connector.reset();
      await door.post(typed);
      expect(textsIn(door.connector.shown[0])).to.contain('uge 47 i 2026');
    }
    expect(entra.taken().filter((what) => what === 'keys')).to.have.length(1);
  });
});

describe('without single sign-on', () => {
  const door = new TeamsDoor();
  before(() => door.open());
  after(() => door.close());

  it('what a client brings of a sign-in is answered as anything that is not known', async () => {
    for (const activity of [
      { name: 'signin/tokenExchange', value: { id: 'x', connectionName: connection, token: 'x' } },
      { name: 'signin/verifyState', value: { state: '1' } },
      { name: 'signin/failure', value: {} },
    ])
      expect((await door.post({ ...typed, ...activity, type: 'invoke', recipient: { id: botId } })).status).to.equal(
        501,
      );
    expect(door.connector.shown).to.deep.equal([]);
  });
});

describe('the address of the token service', () => {
  const registered = {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: signInApp,
    MicrosoftAppTenantId: tenant,
    MicrosoftAppPassword: 'geheim',
  };
  const parts = { sleep: () => Promise.resolve(), chance: () => 0, now: () => new Date() };
  /** Every address that the SDK goes by. */
  const addressesIn = (one: CarefulAuthentication): Readonly<Record<string, unknown>> => {
    const { inner } = one as unknown as { readonly inner: object };
    return Object.fromEntries(Object.entries(inner).filter(([, value]) => typeof value === 'string'));
  };

  it('is another without any of the addresses being another that messages are checked with', () => {
    const usual = addressesIn(new CarefulAuthentication(registered, parts));
    const europe = 'https://europe.api.botframework.com';
    expect(Object.keys(usual)).to.include.members(['oAuthUrl', 'toBotFromChannelTokenIssuer']);
    expect(usual.oAuthUrl).to.equal('https://api.botframework.com');
    expect(addressesIn(new CarefulAuthentication(registered, parts, europe))).to.deep.equal({
      ...usual,
      oAuthUrl: europe,
    });
  });
});
