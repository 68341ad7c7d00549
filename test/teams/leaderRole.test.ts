import { expect } from 'chai';
import { dialogs } from '../helpers/content.ts';
import { connection, role, signInApp, tenant, type Make } from '../helpers/fakeEntra.ts';
import { textsIn } from './door.ts';
import { by, clicked, exchange, group, leader, LeaderDoor, shows, signInCard, typed, verify } from './leaderDoor.ts';

describe('leaders by an app role in Entra', () => {
  const guide = new LeaderDoor();
  before(() => guide.open({ patienceMs: 400 }));
  after(() => guide.close());
  beforeEach(() => guide.reset());

  it('asks one who is signed out to sign in, in one message that the client can do unseen', async () => {
    for (const [activity, language] of [
      [typed, dialogs.phrases],
      [{ ...typed, text: 'leader report', locale: 'en-GB' }, dialogs.phrasesEnglish],
      [clicked, dialogs.phrases],
    ] as const) {
      const card = signInCard(await guide.see({ ...activity, ...by(leader) }));
      expect(card).to.include({ text: language['signIn.ask'], connectionName: connection });
      expect(card.tokenExchangeResource).to.include({ id: 'exchange-1', uri: `api://botid-${signInApp}` });
      expect(card.buttons).to.deep.equal([
        {
          ...{ type: 'signin', title: language['signIn.button'], text: language['signIn.ask'] },
          value: 'https://token.botframework.com/signin',
        },
      ]);
    }
  });

  it('shows the report when the client has brought a token, and from then on at once', async () => {
    signInCard(await guide.see({ ...typed, ...by(leader) }));
    guide.entra.exchanges.set('from-teams', await guide.entra.token(leader, ['Andet', role], guide.door.time));
    const signedIn = await guide.see({ ...exchange('from-teams'), ...by(leader) });
    expect(signedIn).to.include({ status: 200 });
    expect(signedIn.shown).to.have.length(1);
    expect(textsIn(signedIn.shown[0])).to.contain('uge 47 i 2026');
    expect(textsIn((await guide.see({ ...typed, ...by(leader) })).shown[0])).to.contain('uge 47 i 2026');
    expect(textsIn((await guide.see({ ...clicked, ...by(leader) })).shown[0])).to.contain('uge 46 i 2026');
  });

  it('shows one report when each of a user’s devices brings a token for the same sign-in', async () => {
    for (const device of ['phone', 'laptop', 'page'])
      guide.entra.exchanges.set(device, await guide.token(leader, [role]));
    guide.door.connector.reset();
    const answers = await Promise.all(
      ['phone', 'laptop', 'page'].map((device) => guide.door.post({ ...exchange(device, 'once'), ...by(leader) })),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    expect(guide.door.connector.shown).to.have.length(1);
  });

  it('lets the client ask the user when a token cannot be exchanged, and takes the code that comes then', async () => {
    const refused = await guide.see({ ...exchange('of-no-use', 'second'), ...by(leader) });
    expect(refused).to.include({ status: 412 });
    expect(refused.json).to.include({ id: 'second', connectionName: connection });
    expect(refused.shown).to.deep.equal([]);
    expect((await guide.see({ ...verify('000000'), ...by(leader) })).status).to.equal(404);
    for (const code of ['123456', 654321]) {
      guide.entra.exchanges.set(String(code), await guide.token(leader, [role]));
      const taken = await guide.see({ ...verify(code), ...by(leader) });
      expect(taken.status).to.equal(200);
      expect(textsIn(taken.shown[0])).to.contain('uge 47 i 2026');
    }
  });

  it('asks anew at every action: a role that is taken away is gone with the next token', async () => {
    await guide.keep(leader, [role]);
    expect(textsIn((await guide.see({ ...clicked, ...by(leader) })).shown[0])).to.contain('uge 46');
    await guide.keep(leader, []);
    shows((await guide.see({ ...clicked, ...by(leader) })).shown, 'leader.onlyLeaders');
    guide.entra.kept.clear();
    signInCard(await guide.see({ ...clicked, ...by(leader) }));
    expect(guide.entra.taken().filter((what) => what === 'GetToken')).to.have.length(3);
  });

  it('believes tokens of both forms that Entra makes', async () => {
    for (const make of [
      { issuer: `https://sts.windows.net/${tenant}/`, audience: `api://${signInApp}` },
      { claims: { oid: leader.toUpperCase(), tid: tenant.toUpperCase() } },
    ] satisfies Make[]) {
      await guide.keep(leader, [role], make);
      expect(textsIn((await guide.see({ ...typed, ...by(leader.toUpperCase(), `29:${leader}`) })).shown[0])).to.contain(
        'uge 47',
      );
    }
  });

  it('knows the app and the tenant however their ids are written in the settings', async () => {
    const shouted = new LeaderDoor();
    await shouted.open({ appId: signInApp.toUpperCase(), tenants: [tenant.toUpperCase()] });
    await shouted.keep(leader, [role]);
    expect(textsIn((await shouted.see({ ...typed, ...by(leader) })).shown[0])).to.contain('uge 47 i 2026');
    await shouted.close();
  });

  it('tries the token of another device when that of one was refused, and the same one again after a while', async () => {
    guide.entra.exchanges.set('laptop', await guide.token(leader, [role]));
    const devices = ['phone', 'laptop'].map((device) =>
      guide.door.post({ ...exchange(device, 'both'), ...by(leader) }),
    );
    expect((await Promise.all(devices)).map(({ status }) => status)).to.deep.equal([412, 200]);
    expect(guide.door.connector.shown).to.have.length(1);
    guide.entra.kept.clear();
    guide.entra.serviceFails = 503;
    expect((await guide.see({ ...exchange('laptop', 'again'), ...by(leader) })).status).to.equal(412);
    guide.entra.serviceFails = undefined;
    const { status, shown } = await guide.see({ ...exchange('laptop', 'again'), ...by(leader) });
    expect([status, shown.length]).to.deep.equal([200, 1]);
  });

  it('shows the report once for a code that comes twice', async () => {
    guide.entra.exchanges.set('777777', await guide.token(leader, [role]));
    await guide.see({ ...verify('777777'), ...by(leader) });
    expect(guide.door.connector.shown).to.have.length(1);
    await guide.door.post({ ...verify('777777'), ...by(leader) });
    expect(guide.door.connector.shown).to.have.length(1);
  });

  it('gives a button alone when the client cannot sign in by itself, and nothing when another device could', async () => {
    const failure = { type: 'invoke', name: 'signin/failure', value: { code: 'resourcematchfailed' }, ...by(leader) };
    const failed = await guide.see(failure);
    expect(failed.status).to.equal(200);
    const card = signInCard(failed);
    expect(card).to.not.have.property('tokenExchangeResource');
    expect(card.buttons).to.have.length(1);
    await guide.keep(leader, [role]);
    expect((await guide.see(failure)).shown).to.deep.equal([]);
  });

  it('shows no card to sign in by after a sign-in, whatever the service says next', async () => {
    guide.entra.exchanges.set('gone', await guide.token(leader, [role]));
    guide.entra.keeps = false;
    const { status, shown } = await guide.see({ ...exchange('gone', 'forgetful'), ...by(leader) });
    guide.entra.keeps = true;
    expect(status).to.equal(200);
    expect(textsIn(shown[0])).to.contain('uge 47 i 2026');
  });

  it('signs out who has their data deleted, or takes the guide away', async () => {
    for (const activity of [
      { type: 'message', text: 'slet mine data' },
      { type: 'installationUpdate', action: 'remove' },
    ]) {
      await guide.keep(leader, [role]);
      await guide.see({ ...activity, ...by(leader), ...group });
      expect(guide.entra.taken()).to.deep.equal([]);
      await guide.see({ ...activity, ...by(leader) });
      expect(guide.entra.taken()).to.deep.equal(['SignOut']);
      signInCard(await guide.see({ ...typed, ...by(leader) }));
      guide.entra.asked.length = 0;
    }
  });
});
