import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';

/** Names one delivery, and tells nothing of what it held. */
const digest = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

const idOf = ({ id }: Partial<Activity>): string | undefined => {
  const written: unknown = id;
  return typeof written === 'string' && written !== '' ? written : undefined;
};

/** What a sign-in is known by: each of a user's devices brings a token for it, all with the id of the same request. */
const signInOf = ({ name, value }: Partial<Activity>): unknown => {
  const { id, state } = Object(value) as { id?: unknown; state?: unknown };
  if (name === 'signin/verifyState') return state;
  return name === 'signin/tokenExchange' ? id : undefined;
};

/**
 * The delivery that is kept in a conversation's state, by the id that the channel gave it; undefined when it gave none. An
 * edited message has the id of the message, so it has none of its own.
 */
export const deliveryOf = (activity: Partial<Activity>): string | undefined => {
  const id = idOf(activity);
  return id === undefined || activity.type === 'messageUpdate' ? undefined : digest(activity.type, activity.name, id);
};

/** When Teams says that it was sent; a clock that tells whole seconds only says too little. */
const momentOf = ({ channelId, timestamp }: Partial<Activity>): number | undefined => {
  const time = channelId === 'msteams' && timestamp ? new Date(timestamp).getTime() : Number.NaN;
  return Number.isNaN(time) || time % 1_000 === 0 ? undefined : time;
};

/** Asks for something to look at, and changes nothing. */
const looks: ReadonlySet<unknown> = new Set([
  'composeExtension/query',
  'composeExtension/selectItem',
  'message/fetchTask',
]);

/**
 * Everything by which an activity is known again when it is delivered once more: its id, and what it holds with the very
 * moment it was sent, because Teams may give it another id. For memory only. Empty for what may always be answered anew.
 */
export const deliveryKeys = (activity: Partial<Activity>): readonly string[] => {
  const { type, name, channelId, from, replyToId, localTimestamp, text } = activity;
  if (looks.has(name)) return [];
  const [value, channelData] = [activity.value as unknown, activity.channelData as unknown];
  const { id: conversation } = Object(activity.conversation) as { id?: unknown };
  const where = [channelId, conversation, type, name];
  const held = [text, value, (Object(channelData) as { eventType?: unknown }).eventType];
  const id = idOf(activity);
  const moment = momentOf(activity);
  const signIn = signInOf(activity);
  const { id: sender } = Object(from) as { id?: unknown };
  return [
    ...(signIn === undefined ? [] : [digest('sign-in', ...where, sender, signIn)]),
    ...(id === undefined ? [] : [digest('id', ...where, id, ...(type === 'messageUpdate' ? held : []))]),
    ...(moment === undefined ? [] : [digest('moment', ...where, moment, localTimestamp, replyToId, sender, ...held)]),
  ];
};
