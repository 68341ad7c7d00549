import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { generateKeyPair } from 'jose';
import { dialogs } from '../helpers/content.ts';
import { connection, FakeEntra, role, signInApp, tenant, type Make } from '../helpers/fakeEntra.ts';
import type { Put } from '../helpers/fakeConnector.ts';
import { TeamsDoor, textsIn, type Answer } from './door.ts';

const leader = 'aaaaaaaa-1111-4111-8111-111111111111';
const other = 'bbbbbbbb-2222-4222-8222-222222222222';
const said = (key: string): string => dialogs.phrases[key]!;
const weeks = [
  { week: '2026-W47', totals: { answered: 7 }, gaps: [] },
  { week: '2026-W46', totals: { answered: 5 }, gaps: [] },
];
const typed = { type: 'message', text: 'lederrapport' };
const clicked = {
  ...{ type: 'invoke', name: 'adaptiveCard/action' },
  value: {
    action: { type: 'Action.Execute', verb: 'leader-report', data: { kind: 'leader-report', option: '2026-W46' } },
  },
};
const by = (aadObjectId: unknown, id = `29:${String(aadObjectId)}`): object => ({
  from: { id, aadObjectId },
  conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: tenant },
});
const exchange = (token: unknown, id: unknown = 'exchange-1'): object => ({
  ...{ type: 'invoke', name: 'signin/tokenExchange', value: { id, connectionName: connection, token } },
});
const verify = (state: unknown): object => ({ type: 'invoke', name: 'signin/verifyState', value: { state } });

describe('leaders by an app role in Entra', () => {
  const entra = new FakeEntra();
  let door: TeamsDoor;

  before(async () => {
    await entra.open();
    door = new TeamsDoor(undefined, {
      tokenService: entra.url,
      leaderRole: { connection, appId: signInApp, role, tenants: [tenant], authority: entra.url, patienceMs: 400 },
      weeks: () => weeks,
      // Everyone stands on the list: with single sign-on it is not looked at.
      isLeader: () => true,
    });
    await door.open();
  });
  after(async () => {
    await door.close();
    await entra.close();
  });
  beforeEach(() => {
    entra.asked.length = 0;
    entra.kept.clear();
    entra.exchanges.clear();
    entra.keysFail = undefined;
    entra.serviceFails = undefined;
    door.connector.reset();
    door.log.length = 0;
  });

  /** Everything that a user is shown after this, and what the door answered. */
  const after_ = async (activity: object): Promise<Answer & { readonly shown: readonly Put[] }> => {
    door.connector.reset();
    const answer = await door.post(activity);
    return { ...answer, shown: door.connector.shown };
  };
  const keep = async (id: string, roles: unknown, make: Make = {}): Promise<void> => {
    entra.kept.set(`29:${id}`, await entra.token(id, roles, door.time, make));
  };
  const shows = (shown: readonly Put[], key: string): void => {
    expect(shown).to.have.length(1);
    expect(textsIn(shown[0])).to.contain(said(key)).and.not.contain('uge 4');
  };
  const signInCard = ({ shown }: { readonly shown: readonly Put[] }): Readonly<Record<string, unknown>> => {
    expect(shown).to.have.length(1);
    const [card] = shown[0]!.attachments as unknown as readonly { contentType: string; content: object }[];
    expect(card!.contentType).to.equal('application/vnd.microsoft.card.oauth');
    return card!.content as Readonly<Record<string, unknown>>;
  };

  it('asks one who is signed out to sign in, in one message that the client can do unseen', async () => {
    for (const [activity, language] of [
      [typed, dialogs.phrases],
      [{ ...typed, text: 'leader report', locale: 'en-GB' }, dialogs.phrasesEnglish],
      [clicked, dialogs.phrases],
    ] as const) {
      const card = signInCard(await after_({ ...activity, ...by(leader) }));
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
    signInCard(await after_({ ...typed, ...by(leader) }));
    entra.exchanges.set('from-teams', await entra.token(leader, ['Andet', role], door.time));
    const signedIn = await after_({ ...exchange('from-teams'), ...by(leader) });
    expect(signedIn).to.include({ status: 200 });
    expect(signedIn.shown).to.have.length(1);
    expect(textsIn(signedIn.shown[0])).to.contain('uge 47 i 2026');
    expect(textsIn((await after_({ ...typed, ...by(leader) })).shown[0])).to.contain('uge 47 i 2026');
    expect(textsIn((await after_({ ...clicked, ...by(leader) })).shown[0])).to.contain('uge 46 i 2026');
  });

  it('shows one report when each of a user’s devices brings a token for the same sign-in', async () => {
    for (const device of ['phone', 'laptop', 'page'])
      entra.exchanges.set(device, await entra.token(leader, [role], door.time));
    door.connector.reset();
    const answers = await Promise.all(
      ['phone', 'laptop', 'page'].map((device) => door.post({ ...exchange(device, 'once'), ...by(leader) })),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    expect(door.connector.shown).to.have.length(1);
  });

  it('lets the client ask the user when a token cannot be exchanged, and takes the code that comes then', async () => {
    const refused = await after_({ ...exchange('of-no-use', 'second'), ...by(leader) });
    expect(refused).to.include({ status: 412 });
    expect(refused.json).to.include({ id: 'second', connectionName: connection });
    expect(refused.shown).to.deep.equal([]);
    expect((await after_({ ...verify('000000'), ...by(leader) })).status).to.equal(404);
    for (const code of ['123456', 654321]) {
      entra.exchanges.set(String(code), await entra.token(leader, [role], door.time));
      const taken = await after_({ ...verify(code), ...by(leader) });
      expect(taken.status).to.equal(200);
      expect(textsIn(taken.shown[0])).to.contain('uge 47 i 2026');
    }
  });

  it('refuses kindly who has not the role, whatever LEADERS or a card says', async () => {
    for (const roles of [undefined, [], ['guide.leader'], [`${role}s`], role, { [role]: true }, [[role]]]) {
      await keep(other, roles);
      for (const activity of [typed, clicked])
        shows((await after_({ ...activity, ...by(other) })).shown, 'leader.onlyLeaders');
    }
    expect(door.log.filter(({ event }) => event === 'leader-token-refused')).to.deep.equal([]);
  });

  it('asks anew at every action: a role that is taken away is gone with the next token', async () => {
    await keep(leader, [role]);
    expect(textsIn((await after_({ ...clicked, ...by(leader) })).shown[0])).to.contain('uge 46');
    await keep(leader, []);
    shows((await after_({ ...clicked, ...by(leader) })).shown, 'leader.onlyLeaders');
    entra.kept.clear();
    signInCard(await after_({ ...clicked, ...by(leader) }));
    expect(entra.taken().filter((what) => what === 'GetToken')).to.have.length(3);
  });

  it('believes tokens of both forms that Entra makes', async () => {
    for (const make of [
      { issuer: `https://sts.windows.net/${tenant}/`, audience: `api://${signInApp}` },
      { claims: { oid: leader.toUpperCase(), tid: tenant.toUpperCase() } },
    ] satisfies Make[]) {
      await keep(leader, [role], make);
      expect(textsIn((await after_({ ...typed, ...by(leader.toUpperCase(), `29:${leader}`) })).shown[0])).to.contain(
        'uge 47',
      );
    }
  });

  it('believes no token that is forged, borrowed, run out or meant for someone else', async () => {
    const foreign = await generateKeyPair('RS256');
    const seconds = Math.trunc(door.time.getTime() / 1000);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      ...{ oid: leader, tid: tenant, roles: [role], aud: signInApp, exp: seconds + 600 },
      iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    };
    const bySecret = `${part({ alg: 'HS256', kid: entra.publicKey.kid })}.${part(claims)}`;
    const good = await entra.token(leader, [role], door.time);
    const [head, , signature] = good.split('.');
    const elsewhere = '99999999-9999-4999-8999-999999999999';
    const signed = (make: Make): Promise<string> => entra.token(leader, [role], door.time, make);
    const tokens: Readonly<Record<string, string>> = {
      'another key': await signed({ key: foreign.privateKey }),
      'a key that there is not': await signed({ kid: 'made-up' }),
      'no signature': `${part({ alg: 'none' })}.${part(claims)}.`,
      'the public key as a secret': `${bySecret}.${createHmac('sha256', JSON.stringify(entra.publicKey)).update(bySecret).digest('base64url')}`,
      'other claims under a good signature': `${head!}.${part(claims)}.${signature!}`,
      'another audience': await signed({ audience: elsewhere }),
      'another issuer': await signed({ issuer: `https://login.microsoftonline.com/${elsewhere}/v2.0` }),
      'another tenant': await signed({ claims: { tid: elsewhere } }),
      'no tenant': await signed({ claims: { tid: undefined } }),
      'another user': await entra.token(other, [role], door.time),
      'no user': await signed({ claims: { oid: undefined } }),
      'an hour ago': await signed({ expires: seconds - 3_600 }),
      'no end': await signed({ expires: null }),
      'not yet': await signed({ claims: { nbf: seconds + 3_600 } }),
      'no token at all': 'lederrapport',
      'something long': 'x.'.repeat(20_000),
    };
    for (const [name, token] of Object.entries(tokens)) {
      entra.kept.set(`29:${leader}`, token);
      door.log.length = 0;
      const { shown } = await after_({ ...typed, ...by(leader) });
      expect(textsIn(shown[0]), name).to.contain(said('leader.unproven')).and.not.contain('uge 4');
      const [line] = door.log.filter(({ event }) => event === 'leader-token-refused');
      expect(line?.code, name).to.match(/^(?:ERR_J[A-Z_]+|other-(?:tenant|user))$/u);
    }
  });

  it('says so when it cannot be found out, soon and without a stack', async () => {
    await keep(leader, [role]);
    for (const fails of [500, 401, 'silent'] as const) {
      entra.serviceFails = fails;
      shows((await after_({ ...typed, ...by(leader) })).shown, 'leader.unreachable');
      expect((await after_({ ...exchange('x', `id-${String(fails)}`), ...by(leader) })).status).to.equal(412);
    }
    expect(door.log.filter(({ event }) => event === 'leader-role-unknown')).to.have.length(3);
    expect(JSON.stringify(door.log)).to.not.match(/\bat .*:\d|Lise|stack/u);
  });

  it('asks nothing of Entra but for what is for leaders, in a leader’s own chat', async () => {
    await keep(leader, [role]);
    const group = { conversation: { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId: tenant } };
    for (const activity of [
      { type: 'message', text: 'menu', ...by(leader) },
      { type: 'message', text: 'hvor lang er klagefristen?', ...by(leader) },
      { ...typed, text: '<at>P</at> lederrapport', ...by(leader), ...group },
      { ...clicked, ...by(leader), ...group },
      { ...exchange('x'), ...by(leader), ...group },
      { ...typed, ...by(undefined) },
      { ...typed, ...by('not-an-id') },
    ]) {
      const { shown } = await after_(activity);
      expect(shown.map(textsIn).join('')).to.not.contain('uge 4');
    }
    expect(entra.taken()).to.deep.equal([]);
  });

  it('refuses invokes of a sign-in that cannot be read, and notes a failure by its code alone', async () => {
    for (const value of [
      undefined,
      null,
      7,
      'x',
      {},
      { id: 'x', connectionName: connection },
      { id: 'x', connectionName: 'another', token: 'x' },
      { id: {}, connectionName: connection, token: 'x' },
    ]) {
      expect((await after_({ type: 'invoke', name: 'signin/tokenExchange', value, ...by(leader) })).status).to.equal(
        400,
      );
      if (!Object.hasOwn(Object(value) as object, 'state'))
        expect((await after_({ type: 'invoke', name: 'signin/verifyState', value, ...by(leader) })).status).to.equal(
          400,
        );
    }
    for (const from of [undefined, null, {}, { id: 7 }])
      expect((await after_({ ...exchange('x'), ...by(leader), from })).status).to.equal(400);
    const failure = { code: 'resourcematchfailed', message: 'Lise Leder, 010203-1234' };
    expect((await after_({ type: 'invoke', name: 'signin/failure', value: failure, ...by(leader) })).status).to.equal(
      200,
    );
    expect(door.log).to.deep.include({ level: 'warn', event: 'sign-in-failed', code: failure.code });
    expect(JSON.stringify(door.log)).to.not.contain('Lise').and.not.contain('010203');
  });

  it('signs out who has their data deleted, or takes the guide away', async () => {
    for (const activity of [
      { type: 'message', text: 'slet mine data' },
      { type: 'installationUpdate', action: 'remove' },
    ]) {
      await keep(leader, [role]);
      await after_({ ...activity, ...by(leader) });
      expect(entra.taken()).to.deep.equal(['SignOut']);
      signInCard(await after_({ ...typed, ...by(leader) }));
      entra.asked.length = 0;
    }
  });

  it('keeps and logs nothing of a token', async () => {
    const token = await entra.token(leader, [role], door.time);
    entra.exchanges.set('from-teams-031264-1234', token);
    await after_({ ...exchange('from-teams-031264-1234', 'kept'), ...by(leader) });
    const kept = JSON.stringify(
      await door.storage.read([`msteams/conversations/a:29:${leader}`, `beside:msteams/conversations/a:29:${leader}`]),
    );
    for (const secret of [token, token.split('.')[1]!, 'from-teams', 'Lise'])
      expect(`${kept}${JSON.stringify(door.log)}${textsIn(door.connector.shown[0])}`).to.not.contain(secret);
  });
});
