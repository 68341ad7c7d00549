import { setTimeout as delay } from 'node:timers/promises';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import { TurnError } from '../../errors.ts';

/** Where Teams' client gets a token by itself, as the token service names it. */
export interface ExchangeResource {
  readonly id?: string;
  readonly uri?: string;
  readonly providerId?: string;
}

/** What the guide asks of Bot Framework's token service: the SDK's client, which it puts into each turn. */
export interface TokenService {
  getUserToken(
    userId: string,
    connection: string,
    channelId: string,
    code: string,
  ): Promise<{ readonly token?: string } | undefined>;
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
  ): Promise<{ readonly token?: string } | undefined>;
  signOutUser(userId: string, connection: string, channelId: string): Promise<void>;
}

/** The token service of this turn. Throws TurnError in a turn that did not come by a channel. */
export const tokenServiceIn = ({ adapter, turnState }: TurnContext): TokenService => {
  const { UserTokenClientKey: key } = adapter as object as Partial<Pick<CloudAdapter, 'UserTokenClientKey'>>;
  const service = key === undefined ? undefined : turnState.get<TokenService | undefined>(key);
  if (service) return service;
  throw new TurnError(
    'There is no token service in this turn.',
    'Only what came by a channel can be signed in.',
    'Ask for a token in Teams alone.',
  );
};

/** What the service answers, if it answers within so many milliseconds; otherwise a TurnError. */
export const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  const ended = new AbortController();
  const late = delay(milliseconds, undefined, { signal: ended.signal }).then(() => {
    throw new TurnError(
      'The token service does not answer.',
      `It was given ${String(milliseconds)} ms.`,
      'Try again in a moment.',
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
};
