import { TurnContext, type Middleware } from 'botbuilder';

/**
 * Shows that the guide is at work while a turn takes long, for messages and for clicks. Unlike the SDK's own, it ends
 * before the reply goes out: what is on its way is waited for, and nothing follows the reply.
 */
export const typing = (afterMs: number, everyMs: number): Middleware => ({
  onTurn: async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    const { type } = context.activity;
    if (type !== 'message' && type !== 'invoke') return next();
    const reference = TurnContext.getConversationReference(context.activity);
    let timer: NodeJS.Timeout | undefined;
    let onItsWay: Promise<unknown> = Promise.resolve();
    const wait = (ms: number): void => {
      timer = setTimeout(() => {
        // An indicator that cannot be shown is no reason to fail the turn.
        onItsWay = context.adapter
          .sendActivities(context, [TurnContext.applyConversationReference({ type: 'typing' }, reference)])
          .catch(() => undefined);
        wait(everyMs);
      }, ms);
    };
    const end = async (): Promise<void> => {
      clearTimeout(timer);
      await onItsWay;
    };
    context.onSendActivities(async (_context, _activities, send) => {
      await end();
      return send();
    });
    wait(afterMs);
    try {
      await next();
    } finally {
      await end();
    }
  },
});
