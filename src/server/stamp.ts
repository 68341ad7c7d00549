import type { ServerOptions, WireActivity } from './options.ts';
import { isRecord } from './readActivity.ts';

const MAX_USER = 128;

/** Who wrote it: the client's own id for its user, or the conversation's id when it gives none; null when that id is no use. */
const sender = (activity: WireActivity, conversationId: string): Record<string, unknown> | null => {
  const from = isRecord(activity.from) ? activity.from : {};
  const id = from.id ?? conversationId;
  if (typeof id !== 'string' || id === '' || id.length > MAX_USER) return null;
  const name = typeof from.name === 'string' && from.name.length <= MAX_USER ? { name: from.name } : {};
  return { id, ...name, role: 'user' };
};

/**
 * A client's activity as the bot gets it: id, time, channel, conversation and addresses are ours whatever the client
 * wrote, and it cannot choose how the answer is delivered. Null when its sender is no use.
 */
export const stamp = (
  activity: WireActivity,
  conversationId: string,
  { bot, randomId, now }: Pick<ServerOptions, 'bot' | 'randomId' | 'now'>,
): WireActivity | null => {
  const from = sender(activity, conversationId);
  return from === null
    ? null
    : {
        ...Object.fromEntries(Object.entries(activity).filter(([key]) => key !== 'deliveryMode' && key !== 'callerId')),
        type: activity.type,
        id: randomId(),
        timestamp: now().toISOString(),
        channelId: 'directline',
        serviceUrl: 'urn:directline:local',
        conversation: { id: conversationId },
        recipient: { ...bot, role: 'bot' },
        from,
      };
};
