import type { Activity } from 'botbuilder';

/** True in a group chat or a channel, where others read along. Read as it may arrive, not as it should. */
export const isShared = ({ conversation }: Partial<Activity>): boolean => {
  const { conversationType, isGroup } = (conversation ?? {}) as { conversationType?: unknown; isGroup?: unknown };
  return conversationType === 'groupChat' || conversationType === 'channel' || isGroup === true;
};

const mentionsBot = (entity: unknown, bot: unknown): boolean => {
  const { type, mentioned } = (entity ?? {}) as { type?: unknown; mentioned?: { id?: unknown } | null };
  return type === 'mention' && typeof bot === 'string' && mentioned?.id === bot;
};

/** True when a message in a shared conversation is meant for the bot: it is mentioned, or one of its cards was clicked. */
export const isForBot = ({ text, value, entities, recipient }: Partial<Activity>): boolean => {
  const mentions = (Array.isArray(entities) ? (entities as unknown[]) : []).filter(
    (entity) => (entity as { type?: unknown } | null)?.type === 'mention',
  );
  if (mentions.some((entity) => mentionsBot(entity, recipient?.id))) return true;
  // Some clients write the mention and do not list it.
  if (mentions.length === 0 && typeof text === 'string' && /<at\b/iu.test(text)) return true;
  return typeof value === 'object' && value !== null;
};

const bot = /^28:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Where a user of Teams opens the chat alone with the bot; undefined where the bot has no address in Teams. */
export const chatLink = ({ recipient }: Partial<Activity>): string | undefined => {
  const id: unknown = recipient?.id;
  return typeof id === 'string' && bot.test(id) ? `https://teams.microsoft.com/l/chat/0/0?users=${id}` : undefined;
};

/** True when an activity says who sent it. */
export const isSent = ({ from }: Partial<Activity>): boolean => {
  const { id } = Object(from) as { id?: unknown };
  return typeof id === 'string' && id !== '';
};

/** True when an activity has what every turn needs: who it is from, and a conversation to answer in. */
export const isAnswerable = ({ conversation, channelId }: Partial<Activity>): boolean => {
  const id: unknown = conversation?.id;
  return typeof id === 'string' && id !== '' && typeof channelId === 'string' && channelId !== '';
};
