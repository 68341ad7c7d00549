import type { Activity } from 'botbuilder';

const isRight: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...Object.fromEntries(
    ['id', 'name', 'aadObjectId', 'role', 'tenantId', 'conversationType'].map((key) => [
      key,
      (value: unknown) => typeof value === 'string' && value.isWellFormed(),
    ]),
  ),
  isGroup: (value) => typeof value === 'boolean',
};

const tidied = <T>(account: T): T =>
  Object.fromEntries(
    Object.entries(Object(account) as object).filter(([key, value]) => isRight[key]?.(value) === true),
  ) as T;

/**
 * Leaves of an activity's addresses only what the protocol gives them. Every reply repeats them, and one that is of another
 * kind would make the reply fail on its way.
 */
export const tidy = (activity: Activity): void => {
  activity.from = tidied(activity.from);
  activity.recipient = tidied(activity.recipient);
  activity.conversation = tidied(activity.conversation);
  for (const key of ['id', 'locale', 'replyToId'] as const) {
    const value: unknown = activity[key];
    if (typeof value !== 'string' || !value.isWellFormed()) Reflect.deleteProperty(activity, key);
  }
};
