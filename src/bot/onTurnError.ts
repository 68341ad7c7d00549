import type { TurnContext } from 'botbuilder';
import { GuideError } from '../errors.ts';
import { messageFor } from './send.ts';
import type { Guide } from './turn.ts';

/** What is logged about a turn: ids, codes and durations. Never what was typed. */
export type Log = (entry: Readonly<Record<string, string | number | boolean>>) => void;

/** Answers a failed turn with one calm sentence and a reference that also stands in the log. State is kept as it was. */
export const onTurnError =
  (guide: Guide, log: Log) =>
  async (context: TurnContext, error: unknown): Promise<void> => {
    const reference = guide.randomId();
    const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
    const cause = error instanceof Error ? error.name : typeof error;
    log({
      event: 'turn-failed',
      reference,
      code,
      cause,
      channel: context.activity.channelId,
      type: context.activity.type,
    });
    if (context.activity.type === 'invoke') return;
    await context.sendActivity(messageFor({ kind: 'error', reference }, guide.phrases, context.activity.channelId));
  };
