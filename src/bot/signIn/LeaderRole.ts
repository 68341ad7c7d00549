import type { InvokeResponse, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { GuideError } from '../../errors.ts';
import { invokeRefused, invokeTaken } from '../invokeDone.ts';
import type { Log } from '../onTurnError.ts';
import { RoleTokens, type Bearer, type RoleRules } from './roleToken.ts';
import type { SignInOffer } from './signInCard.ts';
import { TokenService } from './tokenService.ts';

/** How a leader is known by a role in Entra. */
export interface LeaderRules extends RoleRules {
  /** The OAuth connection of the bot that gives the token. */
  readonly connection: string;
  /** How long the token service is waited for in one turn; two and a half seconds unless given. */
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

/** A client waits five seconds for its click, and the keys may have to be fetched as well. */
const patience = 2_500;

/** What a sign-in has brought in this turn: a token, or that the client cannot sign in by itself. */
const brought = Symbol('sign-in');
type Brought = { readonly token: string } | 'failure';

/**
 * Finds out by single sign-on whether a user has the leader's role in Entra. The token is kept by Bot Framework's token
 * service and nowhere in the guide; it is fetched and checked anew each time someone wants what is a leader's.
 */
export class LeaderRole {
  readonly #rules: LeaderRules;
  readonly #tokens: RoleTokens;
  readonly #log: Log;

  constructor(rules: LeaderRules, now: () => Date, log: Log) {
    this.#rules = rules;
    this.#tokens = new RoleTokens(rules, now);
    this.#log = log;
  }

  /** What is true of the user of this turn, by their own token. Never throws. */
  async standingIn(context: TurnContext, bearer: Bearer): Promise<RoleFound> {
    const given = context.turnState.get<Brought | undefined>(brought);
    try {
      return await this.#asking(context, async (service) => {
        if (given === 'failure') return this.#offer(service, false);
        // Never a card to sign in by after a sign-in: the client would answer it by itself, again and again.
        if (given) return { standing: await this.#read(given.token, bearer) };
        const token = await service.token();
        if (token === undefined) return this.#offer(service, true);
        const standing = await this.#read(token, bearer);
        if (standing === 'leader' || standing === 'unreachable') return { standing };
        // An old token may lack a role that was given since, and one that is refused must not be given out again.
        await service.signOut();
        return standing === 'staff' ? { standing } : this.#offer(service, true);
      });
    } catch (error) {
      this.#failed('leader-role-unknown', error);
      return { standing: 'unreachable' };
    }
  }

  /**
   * Takes what Teams' client brings of a sign-in. Undefined when there is more to be said to the user; otherwise what the
   * client is told: 412 makes it ask the user, 404 says that the code was a wrong one.
   */
  async take(context: TurnContext): Promise<InvokeResponse | undefined> {
    const { name } = context.activity;
    const value: unknown = context.activity.value;
    if (name === 'signin/tokenExchange') return this.#exchange(context, exchanged.safeParse(value).data);
    if (name === 'signin/verifyState') return this.#verify(context, verified.safeParse(value).data);
    const { code = 'unknown' } = failed.safeParse(value).data ?? {};
    this.#log({ level: 'warn', event: 'sign-in-failed', code });
    return this.#fallBack(context);
  }

  /** Lets the token service forget the user. What it cannot forget now runs out by itself; it is logged. Never throws. */
  async signOut(context: TurnContext): Promise<void> {
    try {
      await this.#asking(context, (service) => service.signOut());
    } catch (error) {
      this.#failed('not-signed-out', error);
    }
  }

  async #asking<T>(context: TurnContext, ask: (service: TokenService) => Promise<T>): Promise<T> {
    const service = new TokenService(context, this.#rules.connection, this.#rules.patienceMs ?? patience);
    try {
      return await ask(service);
    } finally {
      service.close();
    }
  }

  /** A client that cannot sign in by itself is offered a button alone. */
  async #offer(service: TokenService, byItself: boolean): Promise<RoleFound> {
    const { link, exchange } = (await service.signIn()) ?? {};
    if (link === undefined) return { standing: 'unreachable' };
    const { connection } = this.#rules;
    return { standing: 'signed-out', signIn: { connection, link, exchange: byItself ? exchange : undefined } };
  }

  async #read(token: string, bearer: Bearer): Promise<'leader' | 'staff' | 'unproven' | 'unreachable'> {
    const said = await this.#tokens.read(token, bearer);
    if ('hasRole' in said) return said.hasRole ? 'leader' : 'staff';
    const isRefused = 'refused' in said;
    const code = isRefused ? said.refused : said.unchecked;
    this.#log({ level: 'warn', event: isRefused ? 'leader-token-refused' : 'leader-token-unchecked', code });
    return isRefused ? 'unproven' : 'unreachable';
  }

  async #exchange(
    context: TurnContext,
    value: z.infer<typeof exchanged> | undefined,
  ): Promise<InvokeResponse | undefined> {
    const { connection } = this.#rules;
    if (value?.connectionName !== connection) return invokeRefused;
    const isIn = await this.#signedIn(context, 'token-not-exchanged', (service) => service.exchanged(value.token));
    if (isIn) return undefined;
    return {
      status: 412,
      body: { id: value.id, connectionName: connection, failureDetail: 'The user has to sign in.' },
    };
  }

  async #verify(
    context: TurnContext,
    value: z.infer<typeof verified> | undefined,
  ): Promise<InvokeResponse | undefined> {
    if (!value) return invokeRefused;
    const isIn = await this.#signedIn(context, 'code-not-redeemed', (service) => service.token(value.state));
    return isIn ? undefined : { status: 404, body: {} };
  }

  /** True when a sign-in gave a token, which this turn then goes by. */
  async #signedIn(
    context: TurnContext,
    otherwise: string,
    ask: (service: TokenService) => Promise<string | undefined>,
  ): Promise<boolean> {
    try {
      const token = await this.#asking(context, ask);
      if (token !== undefined) {
        context.turnState.set(brought, { token } satisfies Brought);
        return true;
      }
      this.#log({ level: 'warn', event: otherwise, code: 'no-token' });
    } catch (error) {
      this.#failed(otherwise, error);
    }
    return false;
  }

  /** One device may fail where another has signed the user in; then there is nothing to say. */
  async #fallBack(context: TurnContext): Promise<InvokeResponse | undefined> {
    try {
      if ((await this.#asking(context, (service) => service.token())) !== undefined) return invokeTaken;
    } catch (error) {
      this.#failed('leader-role-unknown', error);
    }
    context.turnState.set(brought, 'failure' satisfies Brought);
    return undefined;
  }

  /** Nothing of what the service says is logged: it may repeat what it was sent. */
  #failed(event: string, error: unknown): void {
    const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
    const { statusCode } = Object(error) as { statusCode?: unknown };
    this.#log({ level: 'warn', event, code, ...(typeof statusCode === 'number' ? { status: statusCode } : {}) });
  }
}
