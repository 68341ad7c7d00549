import type { TurnContext } from 'botbuilder';
import { DialogContextError } from 'botbuilder-dialogs/lib/dialogContextError.js';
import { GuideError } from '../errors.ts';
import { localeLanguage, speechIn } from './language.ts';
import { messageFor } from './send.ts';
import { clickReply, setClicked } from './sending/clickReply.ts';
import { deliver } from './sending/deliver.ts';
import { turnIn, type Guide } from './turn.ts';

/** What is logged about a turn: ids, codes and durations. Never what was typed. */
export type Log = (entry: Readonly<Record<string, string | number | boolean>>) => void;

/** Answers a failed turn with one calm sentence and a reference that also stands in the log. State is kept as it was. */
export const onTurnError =
  (guide: Guide, log: Log) =>
  async (context: TurnContext, thrown: unknown): Promise<void> => {
    // What is thrown inside a dialog arrives wrapped.
    const error: unknown = thrown instanceof DialogContextError ? thrown.error : thrown;
    const reference = guide.randomId();
    const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
    const cause = error instanceof Error ? error.name : typeof error;
    const { channelId, type } = context.activity;
    log({ event: 'turn-failed', reference, code, cause, channel: channelId, type });
    const { phrases } = turnIn(context) ?? speechIn(guide, localeLanguage(context.activity));
    await deliver(context, [messageFor({ kind: 'error', reference }, phrases, channelId)], log);
    if (type !== 'invoke') return;
    setClicked(context, { kind: 'failed' });
    await context.sendActivity({ type: 'invokeResponse', value: clickReply(context, phrases) });
  };
