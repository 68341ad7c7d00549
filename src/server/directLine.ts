import type { IncomingMessage } from 'node:http';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Limits, ServerOptions } from './options.ts';
import type { Deliver } from './post.ts';
import { readActivity } from './readActivity.ts';
import { ok, rawJson, refusal, type Reply } from './reply.ts';
import type { Call, Route } from './routes.ts';
import type { Tokens } from './tokens.ts';

/** What the Direct Line routes work with. */
export interface DirectLine {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly deliver: Deliver;
  readonly limits: Limits;
  readonly randomId: ServerOptions['randomId'];
}

const base = '/directline';
const noToken = (): Reply => refusal(401, 'no-token', 'Send the conversation token as a bearer token.');
const badToken = (): Reply => refusal(403, 'bad-token', 'The token has run out or belongs to another conversation.');

/** The token of a request; clients that were given none send "undefined", which is none. */
const bearer = ({ headers }: IncomingMessage): string | null => {
  const [, token] = /^Bearer\s+(\S+)$/iu.exec(headers.authorization ?? '') ?? [];
  return token === undefined || token === 'undefined' || token === 'null' ? null : token;
};

const isSecure = ({ headers }: IncomingMessage): boolean => headers['x-forwarded-proto'] === 'https';

/** The subset of Direct Line 3.0 that botframework-directlinejs uses; a token opens its own conversation and no other. */
export const directLineRoutes = ({
  tokens,
  conversations,
  deliver,
  limits,
  randomId,
}: DirectLine): readonly Route[] => {
  const grant = (conversationId: string): Record<string, unknown> => ({
    conversationId,
    token: tokens.mint(conversationId),
    expires_in: tokens.lifetimeSeconds,
  });

  const place = ({ request, query }: Call, conversationId: string): Record<string, unknown> => {
    const granted = grant(conversationId);
    const search = new URLSearchParams({ watermark: query.get('watermark') ?? '', t: String(granted.token) });
    const origin = `${isSecure(request) ? 'wss' : 'ws'}://${request.headers.host ?? 'localhost'}`;
    return { ...granted, streamUrl: `${origin}${base}/conversations/${conversationId}/stream?${search.toString()}` };
  };

  const withToken = (call: Call, then: (conversationId: string) => Reply | Promise<Reply>): Reply | Promise<Reply> => {
    const token = bearer(call.request);
    if (token === null) return noToken();
    const conversationId = tokens.read(token);
    return conversationId === null ? badToken() : then(conversationId);
  };

  const inConversation = (
    call: Call,
    then: (conversation: Conversation) => Reply | Promise<Reply>,
  ): Reply | Promise<Reply> =>
    withToken(call, (id) => (id === call.params.id ? then(conversations.open(id)) : badToken()));

  const start = (call: Call): Reply | Promise<Reply> =>
    bearer(call.request) === null
      ? ok(place(call, randomId()), 201)
      : withToken(call, (id) => ok(place(call, id), conversations.has(id) ? 200 : 201));

  const one = `${base}/conversations/:id`;
  return [
    { method: 'POST', path: `${base}/tokens/generate`, handle: () => ok(grant(randomId())) },
    { method: 'POST', path: `${base}/tokens/refresh`, handle: (call) => withToken(call, (id) => ok(grant(id))) },
    { method: 'POST', path: `${base}/conversations`, handle: start },
    { method: 'GET', path: one, handle: (call) => inConversation(call, ({ id }) => ok(place(call, id))) },
    {
      method: 'GET',
      path: `${one}/activities`,
      handle: (call) =>
        inConversation(call, (conversation) => rawJson(200, conversation.since(call.query.get('watermark')))),
    },
    {
      method: 'POST',
      path: `${one}/activities`,
      handle: (call) =>
        inConversation(call, async (conversation) => {
          const reading = await readActivity(call.request, limits);
          return reading.ok ? deliver(conversation, reading.value) : reading.reply;
        }),
    },
    {
      method: 'GET',
      path: `${one}/stream`,
      handle: () => refusal(426, 'upgrade', 'This is a WebSocket.', { Connection: 'Upgrade', Upgrade: 'websocket' }),
    },
  ];
};
