import type { InvokeResponse, Storage, TurnContext } from 'botbuilder';
import { TurnError } from '../errors.ts';
import { playBeside } from './beside/index.ts';
import { ConversationStore, storePatienceMs } from './conversationStore.ts';
import { deliveryOf } from './delivery.ts';
import type { RootDialog } from './dialogs/RootDialog.ts';
import { officesOf } from '../language/index.ts';
import { readIntent } from './intent.ts';
import { invokeDone, invokeReplaced, invokeTold } from './invokeDone.ts';
import { mayBeSignedIn, standingOf } from './leaders.ts';
import type { LeaderRole } from './signIn/LeaderRole.ts';
import { signInMessage } from './signIn/signInCard.ts';
import { languageOf, localeLanguage, speechIn } from './language.ts';
import type { Log } from './onTurnError.ts';
import { frozenMessage, keepsWhatWasSaid, messageFor, replacesCards } from './send.ts';
import { deliver, replaceClicked } from './sending/deliver.ts';
import type { ConversationState } from './state.ts';
import { keptSubject, subjectIn } from './subject.ts';
import { phrasesFor, setTurn, type Guide, type Turn } from './turn.ts';
import { frozenView } from './views/frozenView.ts';

const attempts = 8;

/** The key that a conversation's state stands under. Its parts come from the channel, never from what a user typed. */
export const stateKey = ({ activity }: TurnContext): string =>
  `${activity.channelId}/conversations/${activity.conversation.id}`;

/** What turns are played with. */
export interface TurnParts {
  readonly root: RootDialog;
  readonly storage: Storage;
  readonly guide: Guide;
  readonly log: Log;
  /** How leaders are known where single sign-on is set up. */
  readonly leaderRole?: LeaderRole | undefined;
}

/** A guide that counts nothing before it is told to: an attempt that is played again must not be counted twice. */
const countingLater = (
  guide: Guide,
): { readonly guide: Guide; readonly tell: { readonly all: () => void; readonly nothing: () => void } } => {
  const counted: Parameters<Guide['count']>[] = [];
  const count: Guide['count'] = (...one) => {
    counted.push(one);
  };
  return {
    // What the guide makes when it is first asked for is still made only then.
    guide: Object.create(guide, { count: { value: count } }) as Guide,
    tell: {
      all: () => {
        for (const one of counted.splice(0)) guide.count(...one);
      },
      nothing: () => {
        counted.length = 0;
      },
    },
  };
};

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
  const views = outbox.map((view) => messageFor(view, phrasesFor(turn, view), channelId, notice));
  const shown = turn.offersSignIn && turn.signIn ? [signInMessage(turn.signIn, phrases)] : views;
  const messages = turn.forgets && keepsWhatWasSaid(channelId) ? [{ type: 'endOfConversation' }, ...shown] : shown;
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

/** Anything else that is said takes back what waits for a yes, or for a municipality. */
const takeBack = (state: ConversationState): void => {
  delete state.confirming;
  delete state.handing;
};

/**
 * Plays one turn: reads the state, lets the dialogs work on it, saves it, and only then sends. When someone else saved
 * first, the turn is played again on the fresh state, so nothing is overwritten and nothing is said twice. A delivery that
 * has changed this state before changes nothing, and nothing is said. When the store is down, the reply comes from the card's
 * own answers and says that nothing is remembered. Gives what a client that waits for its click is told.
 */
export const runTurn = async (context: TurnContext, parts: TurnParts): Promise<InvokeResponse> => {
  const { root, storage, log } = parts;
  const { channelId, type } = context.activity;
  const { guide, tell } = countingLater(parts.guide);
  const delivery = deliveryOf(context.activity);
  const intent = readIntent(context.activity, guide.dialogs, officesOf(guide.knowledge));
  if (intent.kind === 'nothing') return invokeDone;
  const { leaderRole } = parts;
  const found = await standingOf(context, intent, { guide, leaderRole });
  const store = new ConversationStore(storage, stateKey(context), storePatienceMs);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { state, beside, down, save } = await store.read();
      if (delivery !== undefined && beside.handled.includes(delivery)) {
        log({ event: 'delivered-again', channel: channelId, type });
        return replacesCards(channelId)
          ? invokeTold(speechIn(guide, localeLanguage(context.activity)).phrases.say('click.taken'))
          : invokeDone;
      }
      const { knowledge } = guide;
      const [today, publicUrl] = [guide.today(), guide.publicUrl()];
      const speech = speechIn(guide, languageOf(context.activity, intent, state));
      const turn: Turn = { ...speech, guide, knowledge, publicUrl, today, intent, state, beside, ...found, outbox: [] };
      setTurn(context, turn);
      tell.nothing();
      if (playBeside(turn)) takeBack(state);
      else await root.run(context);
      const subject = subjectIn(turn);
      if (subject) beside.answered = keptSubject(subject);
      // What was not answered cannot be a wrong answer.
      else if (turn.outbox[0]?.kind === 'offer') delete beside.answered;
      const saved = turn.forgets ? await store.forget() : await save(delivery);
      if (saved === 'stale') continue;
      tell.all();
      const failed = typeof saved === 'object' ? saved.down : undefined;
      if (turn.forgets && failed !== undefined) {
        turn.forgets = false;
        turn.outbox.splice(0, turn.outbox.length, { kind: 'note', text: turn.phrases.say('forget.failed') });
      }
      const code = failed ?? down;
      if (code !== undefined) log({ event: 'store-down', code, channel: channelId, type });
      const notice = code === undefined ? undefined : speech.phrases.say('note.storeDown');
      const response = await send(context, turn, log, notice);
      // After the reply: the token service may be slow, and has nothing to do with what the guide has forgotten.
      if (turn.forgets && mayBeSignedIn(context.activity)) await leaderRole?.signOut(context);
      return response;
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
