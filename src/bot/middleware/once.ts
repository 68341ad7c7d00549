import { INVOKE_RESPONSE_KEY, type Activity, type Middleware } from 'botbuilder';
import { deliveryKeys } from '../delivery.ts';
import type { Log } from '../onTurnError.ts';

/** Teams gives up much earlier. */
const keptMs = 10 * 60_000;
const mostKept = 1_000;

/** What became of a turn: what its click was told, if it was one, or that it failed. */
type Ended = { readonly response: Partial<Activity> | undefined } | 'failed';

const isRefused = (response: Partial<Activity> | undefined): boolean => {
  const { status } = Object(response?.value) as { status?: unknown };
  return typeof status === 'number' && status >= 400;
};

interface Delivery {
  readonly at: number;
  readonly ended: Promise<Ended>;
}

/**
 * Plays what is delivered more than once as one turn: the others wait for it, say nothing, and are answered alike. One that
 * failed or was refused is played anew: of two sign-ins one may succeed where the other did not. Bounded, and in memory
 * only: after a restart the conversation's state knows what changed it.
 */
export const once = (now: () => Date, log: Log): Middleware => {
  const known = new Map<string, Delivery>();

  const forgetOld = (time: number): void => {
    for (const [key, { at }] of known) {
      if (known.size <= mostKept && Math.abs(time - at) < keptMs) return;
      known.delete(key);
    }
  };

  return {
    onTurn: async (context, next) => {
      const { activity } = context;
      const keys = deliveryKeys(activity);
      for (;;) {
        const earlier = keys.map((key) => known.get(key)).find((delivery) => delivery !== undefined);
        const ended = await earlier?.ended;
        if (ended === undefined) break;
        if (ended === 'failed') continue;
        log({ event: 'delivered-again', channel: activity.channelId, type: activity.type });
        if (ended.response)
          await context.sendActivity({ type: 'invokeResponse', value: ended.response.value as unknown });
        return;
      }
      const time = now().getTime();
      forgetOld(time);
      const { promise, resolve } = Promise.withResolvers<Ended>();
      const giveUp = (): void => {
        for (const key of keys) known.delete(key);
        resolve('failed');
      };
      for (const key of keys) known.set(key, { at: time, ended: promise });
      try {
        await next();
        const response = context.turnState.get<Partial<Activity> | undefined>(INVOKE_RESPONSE_KEY);
        if (isRefused(response)) giveUp();
        else resolve({ response });
      } catch (error) {
        giveUp();
        throw error;
      }
    },
  };
};
