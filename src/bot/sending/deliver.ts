import type { Activity, TurnContext } from 'botbuilder';
import { TurnError } from '../../errors.ts';
import type { Log } from '../onTurnError.ts';
import { isFailedSend } from '../middleware/failedSends.ts';
import { fateOf, type Fate } from './policy.ts';

/** What the SDK throws when a channel's service did not take a request. */
interface RestError extends Error {
  readonly statusCode?: number;
  readonly code?: string;
}
const isRestError = (error: unknown): error is RestError => error instanceof Error && error.name === 'RestError';

/** The fate of something sent, from what sending it threw; undefined when that has nothing to do with sending. */
export const fateOfError = (error: unknown): Fate | undefined => {
  if (error instanceof Error && error.name === 'AbortError') return 'unknown';
  return isRestError(error) ? fateOf({ status: error.statusCode, code: error.code }) : undefined;
};

/** True when sending failed so that nothing more is to be sent: it may have arrived, or there is no one to send to. */
const endsTurn = (fate: Fate | undefined): fate is Fate => fate !== undefined && fate !== 'refused';

/** What is logged of something that was not delivered: its fate and the status, never what it said. */
const lossOf = (
  event: string,
  error: unknown,
  fate: Fate | undefined,
  { channelId, type }: Activity,
): Parameters<Log>[0] => ({
  level: 'warn',
  event,
  fate: fate ?? (error instanceof Error ? error.name : typeof error),
  ...(isRestError(error) && error.statusCode !== undefined ? { status: error.statusCode } : {}),
  channel: channelId,
  type,
});

/**
 * Sends a turn's messages and tells what became of them. What may have arrived is not followed by an apology, because the
 * user would then see two messages; what can never be sent like this is a TurnError, so that a calm sentence goes instead.
 */
export const deliver = async (context: TurnContext, messages: Partial<Activity>[], log: Log): Promise<Fate> => {
  try {
    // Some adapters refuse to send nothing.
    if (messages.length > 0) await context.sendActivities(messages);
    return 'delivered';
  } catch (error) {
    const fate = fateOfError(error);
    if (fate === undefined) throw error;
    log(lossOf('not-delivered', error, fate, context.activity));
    if (endsTurn(fate)) return fate;
    throw new TurnError(
      'The channel refuses this message.',
      'Sent again it would be refused again.',
      'Look up the status that is logged: 413 is a message that is too big.',
      { cause: error },
    );
  }
};

/**
 * True when a turn failed by sending, and all that is left is to log it: after what may have arrived an apology would be a
 * second message.
 */
export const isLost = (context: TurnContext, error: unknown, log: Log): boolean => {
  const fate = isFailedSend(error) ? fateOfError(error) : undefined;
  if (!endsTurn(fate)) return false;
  log(lossOf('not-delivered', error, fate, context.activity));
  return true;
};

/** Puts a message in the place of the one that was clicked. That it cannot be done is logged, and changes nothing else. */
export const replaceClicked = async (context: TurnContext, message: Partial<Activity>, log: Log): Promise<void> => {
  const { replyToId } = context.activity;
  if (!replyToId) return;
  try {
    await context.updateActivity({ ...message, id: replyToId });
  } catch (error) {
    log(lossOf('card-not-replaced', error, fateOfError(error), context.activity));
  }
};
