import type { Conversation, Post } from './conversation.ts';
import type { LocalChannel, ServerOptions, WireActivity } from './options.ts';
import { isRecord } from './readActivity.ts';
import { ok, refusal, type Reply } from './reply.ts';
import { stamp } from './stamp.ts';

/** What happens between a client's activity and the answer to its request. */
export type Deliver = (conversation: Conversation, activity: WireActivity) => Promise<Reply>;

const clientIdOf = ({ channelData }: WireActivity): string | null => {
  const id = isRecord(channelData) ? channelData.clientActivityID : undefined;
  return typeof id === 'string' && id !== '' && id.length <= 128 ? id : null;
};

const runTurn = async (local: LocalChannel, activity: WireActivity, log: ServerOptions['log']): Promise<Reply> => {
  const { status, body } = await local.receive(activity).catch((error: unknown) => {
    log({ event: 'turn-failed', activity: activity.id, error: error instanceof Error ? error.name : 'unknown' });
    return { status: 502, body: undefined };
  });
  if (activity.type === 'invoke') return ok(isRecord(body) ? body : { id: activity.id }, status);
  return status < 400
    ? ok({ id: activity.id })
    : refusal(502, 'bot-failed', 'The bot could not answer. Try again in a moment.');
};

/**
 * Hands activities to the bot, echoed into the conversation first. One sent again under the same client id is the same
 * turn: it waits for the first answer, and runs anew only if that failed.
 */
export const deliverTo = (
  local: LocalChannel,
  options: Pick<ServerOptions, 'bot' | 'randomId' | 'now' | 'log'>,
): Deliver => {
  const echo = (conversation: Conversation, activity: WireActivity): void => {
    if (activity.type === 'typing' || activity.type === 'invoke') conversation.pass(activity);
    else conversation.record(activity);
  };
  return async (conversation, received) => {
    const clientId = clientIdOf(received);
    const known = clientId === null ? undefined : conversation.posts.get(clientId);
    if (known?.reply) return known.reply;
    const activity = known?.activity ?? stamp(received, conversation.id, options);
    if (activity === null) return refusal(400, 'bad-sender', 'from.id must be a text of at most 128 characters.');
    if (known === undefined) echo(conversation, activity);
    const post: Post = known ?? { activity, reply: null };
    if (clientId !== null && known === undefined) conversation.addPost(clientId, post);
    post.reply = runTurn(local, activity, options.log);
    const reply = await post.reply;
    if (reply.status >= 500) post.reply = null;
    return reply;
  };
};
