import type { Storage, TurnContext } from 'botbuilder';
import { TurnError } from '../errors.ts';
import { ConversationStore } from './conversationStore.ts';
import type { RootDialog } from './dialogs/RootDialog.ts';
import { officesOf } from '../language/index.ts';
import { readIntent } from './intent.ts';
import type { Log } from './onTurnError.ts';
import { messageFor } from './send.ts';
import { phrasesFor, setTurn, type Guide, type Turn } from './turn.ts';

const attempts = 8;
/** A reply is due within two seconds, whatever the store does. */
const patienceMs = 1_700;

/** The key that a conversation's state stands under. Its parts come from the channel, never from what a user typed. */
export const stateKey = ({ activity }: TurnContext): string =>
  `${activity.channelId}/conversations/${activity.conversation.id}`;

/** What turns are played with. */
export interface TurnParts {
  readonly root: RootDialog;
  readonly storage: Storage;
  readonly guide: Guide;
  readonly log: Log;
}

/**
 * Plays one turn: reads the state, lets the dialogs work on it, saves it, and only then sends. When someone else saved
 * first, the turn is played again on the fresh state, so nothing is overwritten and nothing is said twice. When the store
 * is down, the reply comes from the card's own answers and says that nothing is remembered.
 */
export const runTurn = async (context: TurnContext, parts: TurnParts): Promise<void> => {
  const { root, storage, guide, log } = parts;
  const { phrases } = guide;
  const { channelId, type } = context.activity;
  const intent = readIntent(context.activity, guide.dialogs, officesOf(guide.knowledge));
  if (intent.kind === 'nothing') return;
  const store = new ConversationStore(storage, stateKey(context), patienceMs);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { state, save } = await store.read();
      const { knowledge } = guide;
      const [today, publicUrl] = [guide.today(), guide.publicUrl()];
      const turn: Turn = { guide, knowledge, phrases, publicUrl, today, intent, state, outbox: [] };
      setTurn(context, turn);
      await root.run(context);
      const saved = await save();
      if (saved === 'stale') continue;
      const down = typeof saved === 'object';
      if (down) log({ event: 'store-down', code: saved.down, channel: channelId, type });
      const notice = down ? phrases.say('note.storeDown') : undefined;
      const messages = turn.outbox.map((view) => messageFor(view, phrasesFor(guide, view), channelId, notice));
      // Some adapters refuse to send nothing.
      if (messages.length > 0) await context.sendActivities(messages);
      return;
    }
  } finally {
    store.close();
  }
  throw new TurnError(
    'The turn could not be saved.',
    `Others saved first ${String(attempts)} times in a row.`,
    'Try again in a moment.',
  );
};
