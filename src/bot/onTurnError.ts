import type { TurnContext } from 'botbuilder';
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
import { GuideError } from '../errors.ts';
import { localeLanguage } from './language.ts';
import { invokeDone, invokeTold } from './invokeDone.ts';
import { messageFor, replacesCards } from './send.ts';
import { deliver, isLost } from './sending/deliver.ts';
import { turnIn, type Guide } from './turn.ts';

/** What is logged about a turn: ids, codes and durations. Never what was typed. */
export type Log = (entry: Readonly<Record<string, string | number | boolean>>) => void;

/**
 * Answers a failed turn with one calm sentence and a reference that also stands in the log. State is kept as it was. A turn
 * whose reply may have arrived is only logged.
 */
export const onTurnError =
  (guide: Guide, log: Log) =>
  async (context: TurnContext, thrown: unknown): Promise<void> => {
    // What is thrown inside a dialog arrives wrapped.
    const error: unknown = thrown instanceof DialogContextError ? thrown.error : thrown;
    const { channelId, type } = context.activity;
    // Before the turn has begun, only the client says which language it is in.
    const phrases =
      turnIn(context)?.phrases ?? (localeLanguage(context.activity) === 'en' ? guide.english : guide.phrases);
    const answerClick = async (text: string): Promise<void> => {
      if (type !== 'invoke') return;
      const value = replacesCards(channelId) ? invokeTold(text) : invokeDone;
      await context.sendActivity({ type: 'invokeResponse', value });
    };
    if (isLost(context, error, log)) return answerClick(phrases.say('click.notSent'));
    const reference = guide.randomId();
    const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
    const cause = error instanceof Error ? error.name : typeof error;
    log({ event: 'turn-failed', reference, code, cause, channel: channelId, type });
    await deliver(context, [messageFor({ kind: 'error', reference }, phrases, channelId)], log);
    await answerClick(phrases.say('error.heading'));
  };
