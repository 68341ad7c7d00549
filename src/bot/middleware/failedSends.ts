import type { Middleware } from 'botbuilder';

const failed = new WeakSet<object>();

/** True for an error that sending a message threw, and not something else that asked the channel. */
export const isFailedSend = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && failed.has(error);

/** Marks what sending throws, so that whoever catches it knows that a message may have arrived. */
export const failedSends: Middleware = {
  onTurn: async (context, next) => {
    context.onSendActivities(async (_context, _activities, send) => {
      try {
        return await send();
      } catch (error) {
        if (typeof error === 'object' && error !== null) failed.add(error);
        throw error;
      }
    });
    await next();
  },
};
