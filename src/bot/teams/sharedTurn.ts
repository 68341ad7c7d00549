import type { InvokeResponse, TurnContext } from 'botbuilder';
import { officesOf } from '../../language/index.ts';
import { ConversationStore, storePatienceMs } from '../conversationStore.ts';
import { readIntent } from '../intent.ts';
import { invokeDone, invokeTold } from '../invokeDone.ts';
import { stateKey, type TurnParts } from '../runTurn.ts';
import { feedbackLoop, replacesCards } from '../send.ts';
import { localeLanguage, speechIn } from '../language.ts';
import { chatLink, isForBot } from './conversation.ts';
import { sharedReply } from './sharedReply.ts';
import type { Subjects } from './Subjects.ts';

/** True the first time that it is asked in a conversation; when that cannot be found out, the welcome is said. */
const isFirstTime = async (context: TurnContext, { storage }: TurnParts): Promise<boolean> => {
  const store = new ConversationStore(storage, stateKey(context), storePatienceMs);
  try {
    const { state, save } = await store.read();
    if (state.welcomed) return false;
    state.welcomed = true;
    return (await save()) !== 'stale';
  } finally {
    store.close();
  }
};

/** One turn where others read along. Nothing of anyone's walk is read, kept or said. */
export const sharedTurn = async (
  context: TurnContext,
  parts: TurnParts,
  subjects: Subjects,
): Promise<InvokeResponse> => {
  const { activity } = context;
  const { guide } = parts;
  const { type } = activity;
  if ((type === 'message' || type === 'messageUpdate') && !isForBot(activity)) return invokeDone;
  const intent = readIntent(activity, guide.dialogs, officesOf(guide.knowledge));
  // Everyone is welcomed at once, when the guide is added, and no one when they come in later.
  if (intent.kind === 'joined' && (type !== 'installationUpdate' || !(await isFirstTime(context, parts))))
    return invokeDone;
  const { phrases } = speechIn(guide, localeLanguage(activity));
  const reply = sharedReply(guide, intent, { phrases, link: chatLink(activity) });
  if (!reply) return invokeDone;
  const about = reply.about;
  const channelData = about && activity.channelId === 'msteams' ? { channelData: feedbackLoop } : {};
  const sent = await context.sendActivity({ ...reply.message, ...channelData });
  if (about) subjects.note(activity.conversation.id, sent?.id ?? '', about);
  return replacesCards(activity.channelId) ? invokeTold(phrases.say('click.taken')) : invokeDone;
};
