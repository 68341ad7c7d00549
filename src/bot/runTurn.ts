import type { InvokeResponse, Storage, TurnContext } from 'botbuilder';
import { TurnError } from '../errors.ts';
import { ConversationStore } from './conversationStore.ts';
import type { RootDialog } from './dialogs/RootDialog.ts';
import { officesOf } from '../language/index.ts';
import { readIntent } from './intent.ts';
import { invokeDone, invokeReplaced, invokeTold } from './invokeDone.ts';
import { languageOf, speechIn } from './language.ts';
import type { Log } from './onTurnError.ts';
import { frozenMessage, messageFor, replacesCards } from './send.ts';
import { deliver, replaceClicked } from './sending/deliver.ts';
import { phrasesFor, setTurn, type Guide, type Turn } from './turn.ts';
import { frozenView } from './views/frozenView.ts';

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
 * Sends what a turn shows. Where cards can be replaced, an answered card then loses its buttons; when the reply may not have
 * arrived it keeps them, so that the user can press again.
 */
const send = async (
  context: TurnContext,
  turn: Turn,
  log: Log,
  notice: string | undefined,
): Promise<InvokeResponse> => {
  const { phrases, outbox } = turn;
  const { channelId } = context.activity;
  const messages = outbox.map((view) => messageFor(view, phrasesFor(turn, view), channelId, notice));
  const fate = await deliver(context, messages, log);
  if (!replacesCards(channelId)) return invokeDone;
  if (fate !== 'delivered') return invokeTold(phrases.say('click.notSent'));
  const frozen = frozenView(turn);
  if (!frozen) return invokeTold(phrases.say('click.taken'));
  const { card, message } = frozenMessage(frozen, phrases);
  // The client that clicked takes the card from the response, and for the moment only. The update is for all, and stays.
  await replaceClicked(context, message, log);
  return invokeReplaced(card);
};

/**
 * Plays one turn: reads the state, lets the dialogs work on it, saves it, and only then sends. When someone else saved
 * first, the turn is played again on the fresh state, so nothing is overwritten and nothing is said twice. When the store
 * is down, the reply comes from the card's own answers and says that nothing is remembered. Gives what a client that waits
 * for its click is told.
 */
export const runTurn = async (context: TurnContext, parts: TurnParts): Promise<InvokeResponse> => {
  const { root, storage, guide, log } = parts;
  const { channelId, type } = context.activity;
  const intent = readIntent(context.activity, guide.dialogs, officesOf(guide.knowledge));
  if (intent.kind === 'nothing') return invokeDone;
  const store = new ConversationStore(storage, stateKey(context), patienceMs);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { state, save } = await store.read();
      const { knowledge } = guide;
      const [today, publicUrl] = [guide.today(), guide.publicUrl()];
      const speech = speechIn(guide, languageOf(context.activity, intent, state));
      const turn: Turn = { ...speech, guide, knowledge, publicUrl, today, intent, state, outbox: [] };
      setTurn(context, turn);
      await root.run(context);
      const saved = await save();
      if (saved === 'stale') continue;
      const down = typeof saved === 'object';
      if (down) log({ event: 'store-down', code: saved.down, channel: channelId, type });
      const notice = down ? speech.phrases.say('note.storeDown') : undefined;
      return await send(context, turn, log, notice);
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
