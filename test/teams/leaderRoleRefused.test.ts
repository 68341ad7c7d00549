import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { generateKeyPair } from 'jose';
import { connection, role, signInApp, tenant, type Make } from '../helpers/fakeEntra.ts';
import { textsIn } from './door.ts';
import { by, clicked, exchange, group, leader, LeaderDoor, other, shows, signInCard, typed } from './leaderDoor.ts';

describe('who is no leader by an app role in Entra', () => {
  const guide = new LeaderDoor();
  before(() => guide.open({ patienceMs: 400 }));
  after(() => guide.close());
  beforeEach(() => guide.reset());

  it('refuses kindly who has not the role, whatever LEADERS or a card says, and then asks for a newer token', async () => {
    for (const roles of [undefined, [], ['guide.leader'], [`${role}s`], role, { [role]: true }, [[role]]])
      for (const activity of [typed, clicked]) {
        await guide.keep(other, roles);
        shows((await guide.see({ ...activity, ...by(other) })).shown, 'leader.onlyLeaders');
        signInCard(await guide.see({ ...activity, ...by(other) }));
        guide.entra.exchanges.set('from-teams', await guide.token(other, roles));
        guide.door.connector.reset();
        const { status } = await guide.door.post({
          ...exchange('from-teams', `${JSON.stringify(roles)}${activity.type}`),
          ...by(other),
        });
        expect(status).to.equal(200);
        shows(guide.door.connector.shown, 'leader.onlyLeaders');
      }
    expect(guide.door.log.filter(({ event }) => event === 'leader-token-refused')).to.deep.equal([]);
  });

  it('believes no token that is forged, borrowed, run out or meant for someone else', async () => {
    const foreign = await generateKeyPair('RS256');
    const seconds = Math.trunc(guide.door.time.getTime() / 1000);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      ...{ oid: leader, tid: tenant, roles: [role], aud: signInApp, exp: seconds + 600 },
      iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    };
    const bySecret = `${part({ alg: 'HS256', kid: guide.entra.publicKey.kid })}.${part(claims)}`;
    const good = await guide.token(leader, [role]);
    const [head, , signature] = good.split('.');
    const elsewhere = '99999999-9999-4999-8999-999999999999';
    const signed = (make: Make): Promise<string> => guide.token(leader, [role], make);
    const tokens: Readonly<Record<string, string>> = {
      'another key': await signed({ key: foreign.privateKey }),
      'no signature': `${part({ alg: 'none' })}.${part(claims)}.`,
      'the public key as a secret': `${bySecret}.${createHmac('sha256', JSON.stringify(guide.entra.publicKey)).update(bySecret).digest('base64url')}`,
      'other claims under a good signature': `${head!}.${part(claims)}.${signature!}`,
      'another audience': await signed({ audience: elsewhere }),
      'another issuer': await signed({ issuer: `https://login.microsoftonline.com/${elsewhere}/v2.0` }),
      'another tenant': await signed({ claims: { tid: elsewhere } }),
      'no tenant': await signed({ claims: { tid: undefined } }),
      'another user': await guide.token(other, [role]),
      'no user': await signed({ claims: { oid: undefined } }),
      'an hour ago': await signed({ expires: seconds - 3_600 }),
      'no end': await signed({ expires: null }),
      'not yet': await signed({ claims: { nbf: seconds + 3_600 } }),
      'no token at all': 'lederrapport',
      'something long': 'x.'.repeat(20_000),
    };
    for (const [name, token] of Object.entries(tokens)) {
      guide.door.log.length = 0;
      guide.entra.kept.set(`29:${leader}`, token);
      signInCard(await guide.see({ ...typed, ...by(leader) }));
      expect(guide.entra.kept.size, `${name} is given out no more`).to.equal(0);
      guide.entra.exchanges.set('from-teams', token);
      const { status, shown } = await guide.see({ ...exchange('from-teams', name), ...by(leader) });
      expect(status).to.equal(200);
      shows(shown, 'leader.unproven');
      const lines = guide.door.log.filter(({ event }) => event === 'leader-token-refused');
      expect(lines).to.have.length(2);
      expect(lines[0]?.code, name).to.match(/^(?:ERR_J[A-Z_]+|other-(?:tenant|user)|unreadable)$/u);
    }
  });

  it('says so when it cannot be found out, soon and without a stack', async () => {
    await guide.keep(leader, [role]);
    for (const fails of [500, 401, 'silent'] as const) {
      guide.entra.serviceFails = fails;
      guide.entra.taken();
      shows((await guide.see({ ...typed, ...by(leader) })).shown, 'leader.unreachable');
      expect(guide.entra.taken(), 'it is asked once').to.deep.equal(['GetToken']);
      expect((await guide.see({ ...exchange('x', `id-${String(fails)}`), ...by(leader) })).status).to.equal(412);
    }
    expect(guide.door.log.filter(({ event }) => event === 'leader-role-unknown')).to.have.length(3);
    expect(JSON.stringify(guide.door.log)).to.not.match(/\bat .*:\d|Lise|stack/u);
  });

  it('asks nothing of Entra but for what is for leaders, in a leader’s own chat', async () => {
    await guide.keep(leader, [role]);
    for (const activity of [
      { type: 'message', text: 'menu', ...by(leader) },
      { type: 'message', text: 'hvor lang er klagefristen?', ...by(leader) },
      { ...typed, text: '<at>P</at> lederrapport', ...by(leader), ...group },
      { ...clicked, ...by(leader), ...group },
      { ...exchange('x'), ...by(leader), ...group },
      { ...typed, ...by(undefined) },
      { ...typed, ...by('not-an-id') },
    ]) {
      const { shown } = await guide.see(activity);
      expect(shown.map(textsIn).join('')).to.not.contain('uge 4');
    }
    expect(guide.entra.taken()).to.deep.equal([]);
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
      expect((await guide.see({ type: 'invoke', name: 'signin/tokenExchange', value, ...by(leader) })).status).to.equal(
        400,
      );
      if (!Object.hasOwn(Object(value) as object, 'state'))
        expect((await guide.see({ type: 'invoke', name: 'signin/verifyState', value, ...by(leader) })).status).to.equal(
          400,
        );
    }
    for (const from of [undefined, null, {}, { id: 7 }])
      expect((await guide.see({ ...exchange('x'), ...by(leader), from })).status).to.equal(400);
    const failure = { code: 'resourcematchfailed', message: 'Lise Leder, 010203-1234' };
    expect(
      (await guide.see({ type: 'invoke', name: 'signin/failure', value: failure, ...by(leader) })).status,
    ).to.equal(200);
    expect(guide.door.log).to.deep.include({ level: 'warn', event: 'sign-in-failed', code: failure.code });
    expect(JSON.stringify(guide.door.log)).to.not.contain('Lise').and.not.contain('010203');
  });

  it('keeps and logs nothing of a token', async () => {
    const token = await guide.token(leader, [role]);
    guide.entra.exchanges.set('from-teams-031264-1234', token);
    const { status, shown } = await guide.see({ ...exchange('from-teams-031264-1234', 'kept'), ...by(leader) });
    expect(status).to.equal(200);
    expect(textsIn(shown[0])).to.contain('uge 47 i 2026');
    await guide.door.post({ type: 'message', text: 'Hvor lang er fristen for at klage?', ...by(leader) });
    const key = `msteams/conversations/a:29:${leader}`;
    const kept = JSON.stringify(await guide.door.storage.read([key, `beside:${key}`]));
    expect(kept).to.contain('complaint');
    for (const secret of [token, token.split('.')[1]!, 'from-teams', 'Lise'])
      expect(`${kept}${JSON.stringify(guide.door.log)}${textsIn(shown[0])}`).to.not.contain(secret);
  });
});
