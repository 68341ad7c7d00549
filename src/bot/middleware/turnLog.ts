import type { Middleware, TurnContext } from 'botbuilder';
import type { Log } from '../onTurnError.ts';

/** Logs that a turn took place: its kind, channel and time. Never its text, value or sender. */
export const turnLog = (log: Log, now: () => Date): Middleware => ({
  onTurn: async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    const started = now().getTime();
    await next();
    log({
      event: 'turn',
      channel: context.activity.channelId,
      type: context.activity.type,
      ms: now().getTime() - started,
    });
  },
});
