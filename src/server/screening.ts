import type { ServerOptions, WireActivity } from './options.ts';
import { isRecord } from './readActivity.ts';

/** Set by the server whatever the sender wrote, or never shown: nothing of these can reach what is kept. */
const ours = new Set(
  'type id timestamp channelId serviceUrl conversation recipient from deliveryMode callerId'.split(' '),
);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/u;
const isInstant = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && instant.test(value));
const plainId = /^[\w.:-]{1,128}$/u;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const likeCpr = /(?<!\d)\d{6}[-.:]?\d{4}(?!\d)/u;

/** The sender's own id for an activity; undefined when there is none, or none that a program would draw. */
export const clientIdOf = ({ channelData }: WireActivity): string | undefined => {
  const id = isRecord(channelData) ? channelData.clientActivityID : undefined;
  return typeof id === 'string' && plainId.test(id) && (uuid.test(id) || !likeCpr.test(id)) ? id : undefined;
};

/** What the sender wrote, without ids and times: their digits are drawn by machines, and would look like someone's. */
const contentOf = (activity: WireActivity): Readonly<Record<string, unknown>> => {
  const { channelData, localTimestamp, ...rest } = activity;
  const { clientActivityID, ...data } = isRecord(channelData) ? channelData : { '': channelData };
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !ours.has(key))),
    channelData: clientIdOf(activity) === undefined ? { ...data, clientActivityID } : data,
    ...(isInstant(localTimestamp) ? {} : { localTimestamp }),
  };
};

/** Asks whether an activity holds personal data. When that cannot be found out, it counts as holding some. */
export const screening =
  ({ screen, log }: Pick<ServerOptions, 'screen' | 'log'>) =>
  (activity: WireActivity): boolean => {
    try {
      return screen(contentOf(activity));
    } catch (error) {
      log({ event: 'screen-failed', error: error instanceof Error ? error.name : 'unknown' });
      return true;
    }
  };

/** A stamped activity with nothing that its sender wrote: enough for a client to see that its message has arrived. */
export const bare = ({
  type,
  id,
  timestamp,
  channelId,
  serviceUrl,
  conversation,
  recipient,
  from,
  ...rest
}: WireActivity): WireActivity => {
  const clientActivityID = clientIdOf({ type, ...rest });
  return {
    ...{ type, timestamp, channelId, serviceUrl, conversation, recipient },
    ...(id === undefined ? {} : { id }),
    ...(isRecord(from) ? { from: { id: from.id, role: from.role } } : {}),
    ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
  };
};

/** What a bot needs of a message in order to refuse it. */
export const saidIn = (activity: WireActivity): Readonly<Record<string, unknown>> =>
  Object.fromEntries(['text', 'value', 'name'].flatMap((key) => (key in activity ? [[key, activity[key]]] : [])));
