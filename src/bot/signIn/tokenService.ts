import { setTimeout as delay } from 'node:timers/promises';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import { TurnError } from '../../errors.ts';

/** Where Teams' client gets a token by itself, as the token service names it. */
export interface ExchangeResource {
  readonly id?: string;
  readonly uri?: string;
  readonly providerId?: string;
}

/** A token, or nothing where there is none. */
type Given = { readonly token?: string } | undefined;

/** The SDK's client for Bot Framework's token service, which it puts into each turn that came by a channel. */
interface SdkClient {
  getUserToken(userId: string, connection: string, channelId: string, code: string): Promise<Given>;
  getSignInResource(
    connection: string,
    activity: TurnContext['activity'],
    redirect: string,
  ): Promise<{ readonly signInLink?: string; readonly tokenExchangeResource?: ExchangeResource } | undefined>;
  exchangeToken(
    userId: string,
    connection: string,
    channelId: string,
    request: { readonly token: string },
  ): Promise<Given>;
  signOutUser(userId: string, connection: string, channelId: string): Promise<void>;
}

const tooLate = (milliseconds: number): TurnError =>
  new TurnError(
    'The token service does not answer.',
    `It was given ${String(milliseconds)} ms.`,
    'Try again in a moment.',
  );

const clientIn = ({ adapter, turnState }: TurnContext): SdkClient => {
  const { UserTokenClientKey: key } = adapter as object as Partial<Pick<CloudAdapter, 'UserTokenClientKey'>>;
  const client = key === undefined ? undefined : turnState.get<SdkClient | undefined>(key);
  if (client) return client;
  throw new TurnError(
    'There is no token service in this turn.',
    'Only what came by a channel can be signed in.',
    'Ask for a token in Teams alone.',
  );
};

/**
 * The token service for the user of one turn, by one connection. All that it is asked must be answered within the time it
 * was given from the start, because a client waits for its click for a few seconds only. Each throws what the service says,
 * or TurnError when there was no answer in time.
 */
export class TokenService {
  readonly #context: TurnContext;
  readonly #connection: string;
  readonly #patienceMs: number;
  readonly #ended = new AbortController();
  readonly #late: Promise<never>;

  constructor(context: TurnContext, connection: string, patienceMs: number) {
    this.#context = context;
    this.#connection = connection;
    this.#patienceMs = patienceMs;
    this.#late = delay(patienceMs, undefined, { signal: this.#ended.signal }).then(() => {
      throw tooLate(patienceMs);
    });
    // Nobody may be waiting when it comes.
    this.#late.catch(() => undefined);
  }

  /** The user's token; undefined when they are signed out, or when a code from the sign-in page was a wrong one. */
  async token(code = ''): Promise<string | undefined> {
    const { user, channel, client } = this.#parts();
    return tokenIn(await this.#inTime(client.getUserToken(user, this.#connection, channel, code)));
  }

  /** The user's token for one that Teams' client has brought; undefined when the service does not take it. */
  async exchanged(brought: string): Promise<string | undefined> {
    const { user, channel, client } = this.#parts();
    return tokenIn(await this.#inTime(client.exchangeToken(user, this.#connection, channel, { token: brought })));
  }

  /** Where the user signs in. */
  async signIn(): Promise<{ readonly link: string; readonly exchange: ExchangeResource | undefined } | undefined> {
    const { client } = this.#parts();
    const found = await this.#inTime(client.getSignInResource(this.#connection, this.#context.activity, ''));
    const { signInLink: link, tokenExchangeResource: exchange } = found ?? {};
    return link === undefined ? undefined : { link, exchange };
  }

  /** Lets the service forget the user. */
  async signOut(): Promise<void> {
    const { user, channel, client } = this.#parts();
    await this.#inTime(client.signOutUser(user, this.#connection, channel));
  }

  /** Lets go of the clock. */
  close(): void {
    this.#ended.abort();
  }

  #parts(): { readonly user: string; readonly channel: string; readonly client: SdkClient } {
    const { from, channelId: channel } = this.#context.activity;
    return { user: from.id, channel, client: clientIn(this.#context) };
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    if (this.#ended.signal.aborted) return Promise.reject(tooLate(this.#patienceMs));
    return Promise.race([work, this.#late]);
  }
}

const tokenIn = (given: Given): string | undefined => (given?.token === '' ? undefined : given?.token);
