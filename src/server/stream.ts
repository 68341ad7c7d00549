import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Conversations } from './conversations.ts';
import type { Limits } from './options.ts';
import { refusal, sendHead, type Reply } from './reply.ts';
import type { Tokens } from './tokens.ts';

/** The WebSocket side of Direct Line. */
export interface Streams {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export interface StreamOptions {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly limits: Limits;
  /** Looks at a request before anything else; a reply refuses it. */
  readonly refuse: (request: IncomingMessage) => Reply | null;
}

const GOING_AWAY = 1001;
const FAREWELL_MS = 500;
const MAX_SOCKETS = 2000;
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** Streams a conversation's activities from the watermark in the address; never one that the token there does not open. */
export const streams = ({ tokens, conversations, limits, refuse }: StreamOptions): Streams => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  const join = (socket: WebSocket, conversationId: string, watermark: string | null): void => {
    const conversation = conversations.open(conversationId);
    let isAnswering = true;
    const stop = conversation.listen((frame) => {
      if (frame === null) socket.close(GOING_AWAY);
      else if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate();
      else socket.send(frame);
    });
    // An empty message is how Direct Line says that it is still there; the ping finds out whether the client is.
    const heartbeat = setInterval(() => {
      if (!isAnswering) socket.terminate();
      isAnswering = false;
      socket.ping();
      socket.send('');
    }, limits.heartbeatMs);
    socket.on('pong', () => (isAnswering = true));
    socket.on('error', () => {
      socket.terminate();
    });
    socket.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
    socket.send(conversation.since(watermark));
  };

  const check = (request: IncomingMessage): Reply | { id: string; watermark: string | null } => {
    const foreign = refuse(request);
    if (foreign !== null) return foreign;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, id] = /^\/directline\/conversations\/([\w-]+)\/stream$/u.exec(pathname) ?? [];
    if (id === undefined) return refusal(404, 'not-found', 'There is nothing here.');
    if (tokens.read(searchParams.get('t') ?? '') !== id)
      return refusal(403, 'bad-token', 'The token does not open this.');
    if (server.clients.size >= MAX_SOCKETS)
      return refusal(503, 'full', 'Too many are connected. Try again in a moment.');
    return { id, watermark: searchParams.get('watermark') };
  };

  return {
    upgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const checked = URL.canParse(request.url ?? '/', 'http://localhost')
        ? check(request)
        : refusal(400, 'bad-address', 'Not an address.');
      if ('status' in checked) socket.end(sendHead(checked));
      else {
        server.handleUpgrade(request, socket, head, (client) => {
          join(client, checked.id, checked.watermark);
        });
      }
    },
    close: () => {
      for (const client of server.clients) {
        client.close(GOING_AWAY);
        setTimeout(() => {
          client.terminate();
        }, FAREWELL_MS).unref();
      }
      server.close();
    },
  };
};
