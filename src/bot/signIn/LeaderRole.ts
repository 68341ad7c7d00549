import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { GuideError } from '../../errors.ts';
import { invokeRefused } from '../invokeDone.ts';
import type { Log } from '../onTurnError.ts';
import { RoleTokens, type Bearer, type RoleRules } from './roleToken.ts';
import type { SignInOffer } from './signInCard.ts';
import { tokenServiceIn, within } from './tokenService.ts';

/** How a leader is known by a role in Entra. */
export interface LeaderRules extends RoleRules {
  /** The OAuth connection of the bot that gives the token. */
  readonly connection: string;
  /** How long the token service is waited for; five seconds unless given. */
  readonly patienceMs?: number | undefined;
}

/** What the role says of a user. Without a token they must sign in first. */
export type RoleFound =
  | { readonly standing: 'leader' | 'staff' | 'unproven' | 'unreachable' }
  | { readonly standing: 'signed-out'; readonly signIn: SignInOffer };

/** The invokes of signing in: Teams' client brings a token, a code from the page where the user signed in, or a failure. */
export const signInInvokes: ReadonlySet<unknown> = new Set([
  'signin/tokenExchange',
  'signin/verifyState',
  'signin/failure',
]);

const exchanged = z.object({ id: z.string().max(200), connectionName: z.string().max(200), token: z.string().min(1) });
const verified = z.object({ state: z.union([z.string().max(200), z.number()]).transform(String) });
const failed = z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/u) });

const patience = 5_000;

/**
 * Finds out by single sign-on whether a user has the leader's role in Entra. The token is kept by Bot Framework's token
 * service and nowhere in the guide; it is fetched and checked anew each time someone wants what is a leader's.
 */
export class LeaderRole {
  readonly #rules: LeaderRules;
  readonly #tokens: RoleTokens;
  readonly #log: Log;
  readonly #patienceMs: number;

  constructor(rules: LeaderRules, now: () => Date, log: Log) {
    this.#rules = rules;
    this.#tokens = new RoleTokens(rules, now);
    this.#log = log;
    this.#patienceMs = rules.patienceMs ?? patience;
  }

  /** What is true of the user of this turn, by their own token. Never throws. */
  async standingIn(context: TurnContext, bearer: Bearer): Promise<RoleFound> {
    const { activity } = context;
    const { connection } = this.#rules;
    try {
      const service = tokenServiceIn(context);
      const { token } =
        (await this.#within(service.getUserToken(activity.from.id, connection, activity.channelId, ''))) ?? {};
      if (token !== undefined && token !== '') return await this.#read(token, bearer);
      const resource = await this.#within(service.getSignInResource(connection, activity, ''));
      const { signInLink: link, tokenExchangeResource: exchange } = resource ?? {};
      if (link === undefined) return { standing: 'unreachable' };
      return { standing: 'signed-out', signIn: { connection, link, exchange } };
    } catch (error) {
      this.#failed('leader-role-unknown', error);
      return { standing: 'unreachable' };
    }
  }

  /**
   * Takes what Teams' client brings of a sign-in. Undefined when the user is signed in now; otherwise what the client is
   * told: 412 makes it ask the user, 404 says that the code was a wrong one.
   */
  async take(context: TurnContext): Promise<InvokeResponse | undefined> {
    const { name } = context.activity;
    const value: unknown = context.activity.value;
    if (name === 'signin/tokenExchange') return this.#exchange(context, exchanged.safeParse(value).data);
    if (name === 'signin/verifyState') return this.#verify(context, verified.safeParse(value).data);
    const { code = 'unknown' } = failed.safeParse(value).data ?? {};
    this.#log({ level: 'warn', event: 'sign-in-failed', code });
    return { status: 200, body: {} };
  }

  /** Lets the token service forget the user. What it cannot forget now runs out by itself; it is logged. */
  async signOut(context: TurnContext): Promise<void> {
    const { from, channelId } = context.activity;
    try {
      await this.#within(tokenServiceIn(context).signOutUser(from.id, this.#rules.connection, channelId));
    } catch (error) {
      this.#failed('not-signed-out', error);
    }
  }

  async #read(token: string, bearer: Bearer): Promise<RoleFound> {
    const said = await this.#tokens.read(token, bearer);
    if ('hasRole' in said) return { standing: said.hasRole ? 'leader' : 'staff' };
    this.#log({ level: 'warn', event: 'leader-token-refused', code: said.refused });
    return { standing: said.refused === 'keys-unreachable' ? 'unreachable' : 'unproven' };
  }

  async #exchange(
    context: TurnContext,
    brought: z.infer<typeof exchanged> | undefined,
  ): Promise<InvokeResponse | undefined> {
    const { connection } = this.#rules;
    if (brought?.connectionName !== connection) return invokeRefused;
    const { from, channelId } = context.activity;
    const { id, token } = brought;
    try {
      const service = tokenServiceIn(context);
      const got = await this.#within(service.exchangeToken(from.id, connection, channelId, { token }));
      if (got?.token !== undefined && got.token !== '') return undefined;
    } catch (error) {
      this.#failed('token-not-exchanged', error);
    }
    return { status: 412, body: { id, connectionName: connection, failureDetail: 'The user has to sign in.' } };
  }

  async #verify(
    context: TurnContext,
    brought: z.infer<typeof verified> | undefined,
  ): Promise<InvokeResponse | undefined> {
    if (!brought) return invokeRefused;
    const { from, channelId } = context.activity;
    try {
      const service = tokenServiceIn(context);
      const got = await this.#within(service.getUserToken(from.id, this.#rules.connection, channelId, brought.state));
      if (got?.token !== undefined && got.token !== '') return undefined;
    } catch (error) {
      this.#failed('code-not-redeemed', error);
    }
    return { status: 404, body: {} };
  }

  #within<T>(work: Promise<T>): Promise<T> {
    return within(this.#patienceMs, work);
  }

  /** Nothing of what the service says is logged: it may repeat what it was sent. */
  #failed(event: string, error: unknown): void {
    const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
    const { statusCode } = Object(error) as { statusCode?: unknown };
    this.#log({ level: 'warn', event, code, ...(typeof statusCode === 'number' ? { status: statusCode } : {}) });
  }
}
