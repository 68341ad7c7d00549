import type { Conversation, Post } from './conversation.ts';
import type { LocalChannel, ServerOptions, WireActivity } from './options.ts';
import { isRecord } from './readActivity.ts';
import { ok, refusal, type Reply } from './reply.ts';
import { bare, clientIdOf, saidIn, screening } from './screening.ts';
import { stamp } from './stamp.ts';

/** What happens between a client's activity and the answer to its request. */
export type Deliver = (conversation: Conversation, activity: WireActivity) => Promise<Reply>;

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
 * Hands activities to the bot, echoed into the conversation first. One that holds personal data is echoed bare: its
 * content goes to the bot, which refuses it, and is kept nowhere. One sent again under the same client id is the same turn:
 * it waits for the first answer, and runs anew only if that failed.
 */
export const deliverTo = (
  local: LocalChannel,
  options: Pick<ServerOptions, 'bot' | 'randomId' | 'now' | 'log' | 'screen'>,
): Deliver => {
  const holdsPersonalData = screening(options);
  const echo = (conversation: Conversation, activity: WireActivity): void => {
    if (activity.type === 'typing' || activity.type === 'invoke') conversation.pass(activity);
    else conversation.record(activity);
  };
  return async (conversation, received) => {
    const isPersonal = holdsPersonalData(received);
    const clientId = clientIdOf(received);
    const known = clientId === undefined ? undefined : conversation.posts.get(clientId);
    if (known?.reply) return known.reply;
    const stamped = known?.activity ?? stamp(received, conversation.id, options);
    if (stamped === null) return refusal(400, 'bad-sender', 'from.id must be a text of at most 128 characters.');
    const activity = isPersonal && known === undefined ? bare(stamped) : stamped;
    if (known === undefined) echo(conversation, activity);
    const post: Post = known ?? { activity, reply: null };
    if (clientId !== undefined && known === undefined) conversation.addPost(clientId, post);
    const isKept = known === undefined && !isPersonal;
    post.reply = runTurn(local, isKept ? activity : { ...activity, ...saidIn(received) }, options.log);
    const reply = await post.reply;
    if (reply.status >= 500) post.reply = null;
    return reply;
  };
};
