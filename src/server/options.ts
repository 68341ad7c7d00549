import type { Response } from 'restify';
import type { Route } from './routes.ts';

/** A Bot Framework activity as it crosses the wire. Nothing but `type` is promised; the rest is whatever the sender wrote. */
export interface WireActivity {
  readonly type: string;
  readonly id?: string;
  readonly [key: string]: unknown;
}

/** What a turn answers its sender with. Only an invoke has a body. */
export interface LocalReply {
  readonly status: number;
  readonly body?: unknown;
}

/** The bot as seen from the Direct Line subset: activities in, and whatever it sends, at any time, out to every listener. */
export interface LocalChannel {
  receive(activity: WireActivity): Promise<LocalReply>;
  /** Returns a function that takes the listener off again. */
  onSend(listener: (conversationId: string, activity: WireActivity) => void): () => void;
}

/** Something worth logging: ids, codes and durations. Never an address with its token, never what a user typed. */
export interface LogEvent {
  readonly event: string;
  readonly [key: string]: string | number | boolean | undefined;
}

/** Bounds that keep a stranger from filling memory or holding on to a connection. */
export interface Limits {
  readonly bodyBytes: number;
  readonly bodyMs: number;
  readonly jsonDepth: number;
  readonly activities: number;
  readonly conversations: number;
  readonly tokenMs: number;
  readonly heartbeatMs: number;
  readonly drainMs: number;
}

/** What holds unless `createServer` is told otherwise. */
export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  bodyMs: 10_000,
  jsonDepth: 64,
  activities: 200,
  conversations: 1000,
  tokenMs: 24 * 60 * 60 * 1000,
  heartbeatMs: 20_000,
  drainMs: 5_000,
};

/** What a channel adapter needs of a request; CloudAdapter takes it as it is. */
export interface ChannelRequest {
  readonly method: string;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Record<string, unknown>;
}

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port; `listen` tells which. */
  readonly port: number;
  /** The channel adapter's `process`; null when no channel is set up. */
  readonly messages: ((request: ChannelRequest, response: Response) => Promise<void>) | null;
  /** Null switches off Direct Line and the page. */
  readonly local: LocalChannel | null;
  /** How the bot is named in local conversations. */
  readonly bot: { readonly id: string; readonly name: string };
  /** Signs Direct Line tokens. The same secret after a restart lets clients go on where they were. */
  readonly tokenSecret: string;
  readonly ready: () => Promise<boolean>;
  readonly log: (event: LogEvent) => void;
  /**
   * True for content that holds personal data; asked before anything else is done with what a client sent. Such content
   * reaches the bot, so that it can refuse it, and is never kept, echoed, streamed or logged.
   */
  readonly screen: (activity: unknown) => boolean;
  /** A new unguessable id of letters, digits and hyphens, such as a UUID. */
  readonly randomId: () => string;
  readonly now: () => Date;
  /** More GET routes, such as metrics and calendar files. */
  readonly routes?: readonly Route[];
  readonly limits?: Partial<Limits>;
}
