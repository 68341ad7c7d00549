/**
 * HTTP and WebSocket. Promises that no request, however malformed, stops the server or shows a stack, and that nothing a
 * user wrote reaches the log. Knows activities as JSON only: no Bot Framework, no domain.
 */
import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { aboutRoutes } from './about.ts';
import { Conversations } from './conversations.ts';
import { directLineRoutes } from './directLine.ts';
import { isLoopback, refuseForeign } from './guard.ts';
import { healthRoutes } from './health.ts';
import { drain, listenOn } from './listen.ts';
import { messagesHandler } from './messages.ts';
import { createRestify, guarded, mount } from './mount.ts';
import { defaultLimits, type Limits, type LocalChannel, type ServerOptions } from './options.ts';
import { pageRoutes } from './pages.ts';
import { deliverTo, type Deliver } from './post.ts';
import type { Route } from './routes.ts';
import { streams } from './stream.ts';
import { signedTokens } from './tokens.ts';

export {
  defaultLimits,
  type ChannelRequest,
  type Limits,
  type LocalChannel,
  type LocalReply,
  type LogEvent,
  type ServerOptions,
  type WireActivity,
} from './options.ts';
export { ok, refusal, type Reply } from './reply.ts';
export type { Call, Route } from './routes.ts';

/** A server that has not begun to listen. */
export interface Server {
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** Stops listening, closes the streams and lets what is under way finish; safe to call twice. */
  close(): Promise<void>;
}

interface Local {
  readonly routes: readonly Route[];
  close(): Promise<void>;
}

/** Counts turns under way, so that a stop can wait until their answers have been shown. */
const counting = (deliver: Deliver): { readonly deliver: Deliver; readonly settled: () => Promise<unknown> } => {
  const turns = new Set<Promise<unknown>>();
  return {
    deliver: (conversation, activity) => {
      const turn = deliver(conversation, activity);
      turns.add(turn);
      return turn.finally(() => turns.delete(turn));
    },
    settled: () => Promise.allSettled(turns),
  };
};

const serveLocally = (http: HttpServer, local: LocalChannel, options: ServerOptions, limits: Limits): Local => {
  const { tokenSecret, randomId, now, host } = options;
  const tokens = signedTokens(tokenSecret, limits.tokenMs, now);
  const conversations = new Conversations(limits, randomId);
  const stopListening = local.onSend((conversationId, activity) => {
    const conversation = conversations.open(conversationId);
    if (activity.type === 'typing') conversation.pass(activity);
    else if (activity.type === 'messageDelete') conversation.remove(activity);
    else if (activity.type === 'endOfConversation') conversation.forget();
    else conversation.record(activity);
  });
  const turns = counting(deliverTo(local, options));
  const sockets = streams({
    tokens,
    conversations,
    limits,
    refuse: (request) => refuseForeign(request, isLoopback(host)),
  });
  http.on('upgrade', (request, socket, head) => {
    sockets.upgrade(request, socket, head);
  });
  return {
    routes: [
      ...directLineRoutes({ tokens, conversations, deliver: turns.deliver, limits, randomId }),
      ...pageRoutes(randomId),
    ],
    close: async () => {
      await Promise.race([turns.settled(), delay(limits.drainMs, undefined, { ref: false })]);
      stopListening();
      sockets.close();
      conversations.closeAll();
    },
  };
};

/** Puts the routes together. Nothing listens before `listen`, and nothing is read from the environment. */
export const createServer = (options: ServerOptions): Server => {
  const { host, port, messages, local, ready, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const server = createRestify(options);
  const http = server.server as HttpServer;
  http.requestTimeout = 30_000;
  http.headersTimeout = 10_000;
  const locally = local === null ? null : serveLocally(http, local, options, limits);
  server.post('/api/messages', guarded(messagesHandler(messages, limits), log) as never);
  mount(
    server,
    [...healthRoutes(ready), ...aboutRoutes(), ...(locally?.routes ?? []), ...(options.routes ?? [])],
    isLoopback(host),
    log,
  );
  return {
    listen: async () => {
      const taken = await listenOn(http, port, host);
      const name = host.includes(':') ? `[${host}]` : host;
      log({ event: 'listening', host, port: taken });
      return { url: `http://${name}:${String(taken)}`, port: taken };
    },
    close: async () => {
      const drained = drain(http, limits.drainMs);
      await locally?.close();
      await drained;
      log({ event: 'closed' });
    },
  };
};
