import type { Storage, StoreItem, TurnContext } from 'botbuilder';
import { StaleWriteError, TurnError } from '../errors.ts';
import type { RootDialog } from './dialogs/RootDialog.ts';
import { readIntent } from './intent.ts';
import { messageFor } from './send.ts';
import { freshState, readState, type ConversationState } from './state.ts';
import { setTurn, type Guide, type Turn } from './turn.ts';

const attempts = 8;

/** The key that a conversation's state stands under. Its parts come from the channel, never from what a user typed. */
export const stateKey = ({ activity }: TurnContext): string =>
  `${activity.channelId}/conversations/${activity.conversation.id}`;

interface Loaded {
  readonly state: ConversationState;
  readonly eTag: string | undefined;
  readonly before: string;
}

const load = async (storage: Storage, key: string): Promise<Loaded> => {
  const { [key]: item } = (await storage.read([key])) as Record<string, (StoreItem & { eTag?: string }) | undefined>;
  const { eTag, ...stored } = item ?? {};
  const state = readState(stored) ?? freshState();
  return { state, eTag, before: item ? JSON.stringify(state) : '' };
};

/**
 * Plays one turn: reads the state, lets the dialogs work on it, saves it, and only then sends. When someone else saved
 * first, the turn is played again on the fresh state, so nothing is overwritten and nothing is said twice.
 */
export const runTurn = async (
  context: TurnContext,
  root: RootDialog,
  storage: Storage,
  guide: Guide,
): Promise<void> => {
  const intent = readIntent(context.activity, guide.dialogs);
  if (intent.kind === 'nothing') return;
  const key = stateKey(context);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { state, eTag, before } = await load(storage, key);
    const turn: Turn = {
      guide,
      knowledge: guide.knowledge,
      phrases: guide.phrases,
      today: guide.today(),
      intent,
      state,
      outbox: [],
    };
    setTurn(context, turn);
    await root.run(context);
    try {
      if (JSON.stringify(state) !== before)
        await storage.write({ [key]: { ...state, ...(eTag === undefined ? {} : { eTag }) } });
    } catch (error) {
      if (error instanceof StaleWriteError) continue;
      throw error;
    }
    await context.sendActivities(
      turn.outbox.map((view) => messageFor(view, guide.phrases, context.activity.channelId)),
    );
    return;
  }
  throw new TurnError(
    'The turn could not be saved.',
    `Others saved first ${String(attempts)} times in a row.`,
    'Try again in a moment.',
  );
};
