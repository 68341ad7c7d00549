import { expect } from 'chai';
import { dialogs } from '../helpers/content.ts';
import type { LeaderRules } from '../../src/bot/index.ts';
import { connection, FakeEntra, role, signInApp, tenant, type Make } from '../helpers/fakeEntra.ts';
import type { Put } from '../helpers/fakeConnector.ts';
import { TeamsDoor, textsIn, type Answer } from './door.ts';

export const leader = 'aaaaaaaa-1111-4111-8111-111111111111';
export const other = 'bbbbbbbb-2222-4222-8222-222222222222';
export const said = (key: string): string => dialogs.phrases[key]!;
const weeks = [
  { week: '2026-W47', totals: { answered: 7 }, gaps: [] },
  { week: '2026-W46', totals: { answered: 5 }, gaps: [] },
];
export const typed = { type: 'message', text: 'lederrapport' };
export const clicked = {
  ...{ type: 'invoke', name: 'adaptiveCard/action' },
  value: {
    action: { type: 'Action.Execute', verb: 'leader-report', data: { kind: 'leader-report', option: '2026-W46' } },
  },
};
/** From someone, in their own chat. */
export const by = (aadObjectId: unknown, id = `29:${String(aadObjectId)}`): object => ({
  from: { id, aadObjectId },
  conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: tenant },
});
export const group = {
  conversation: { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId: tenant },
};
/** What Teams' client brings of a sign-in: a token, or a code. */
export const exchange = (token: unknown, id: unknown = 'exchange-1'): object => ({
  ...{ type: 'invoke', name: 'signin/tokenExchange', value: { id, connectionName: connection, token } },
});
export const verify = (state: unknown): object => ({ type: 'invoke', name: 'signin/verifyState', value: { state } });

/** A guide that knows leaders by their role, with an Entra and a token service beside it. */
export class LeaderDoor {
  readonly entra = new FakeEntra();
  #door: TeamsDoor | undefined;

  get door(): TeamsDoor {
    return this.#door!;
  }

  async open(more: Partial<LeaderRules> = {}): Promise<void> {
    const { entra } = this;
    await entra.open();
    this.#door = new TeamsDoor(undefined, {
      tokenService: entra.url,
      leaderRole: { connection, appId: signInApp, role, tenants: [tenant], authority: entra.url, ...more },
      weeks: () => weeks,
      // Everyone stands on the list: with single sign-on it is not looked at.
      isLeader: () => true,
    });
    await this.#door.open();
  }

  async close(): Promise<void> {
    await this.door.close();
    await this.entra.close();
  }

  /** As before the first request; the conversations stay. */
  reset(): void {
    this.entra.reset();
    this.door.connector.reset();
    this.door.log.length = 0;
  }

  /** Everything that a user is shown after this, and what the door answered. */
  async see(activity: object): Promise<Answer & { readonly shown: readonly Put[] }> {
    this.door.connector.reset();
    const answer = await this.door.post(activity);
    return { ...answer, shown: this.door.connector.shown };
  }

  token(id: string, roles: unknown, make?: Make): Promise<string> {
    return this.entra.token(id, roles, this.door.time, make);
  }

  /** Signs someone in with a token of their own. */
  async keep(id: string, roles: unknown, make?: Make): Promise<void> {
    this.entra.kept.set(`29:${id}`, await this.token(id, roles, make));
  }
}

/** One message, which says this and shows no report. */
export const shows = (shown: readonly Put[], key: string): void => {
  expect(shown).to.have.length(1);
  expect(textsIn(shown[0])).to.contain(said(key)).and.not.contain('uge 4');
};

/** What the one message holds that asks to sign in. */
export const signInCard = ({ shown }: { readonly shown: readonly Put[] }): Readonly<Record<string, unknown>> => {
  expect(shown).to.have.length(1);
  const [card] = shown[0]!.attachments as unknown as readonly { contentType: string; content: object }[];
  expect(card!.contentType).to.equal('application/vnd.microsoft.card.oauth');
  return card!.content as Readonly<Record<string, unknown>>;
};
