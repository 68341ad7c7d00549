import type { Storage, TurnContext } from 'botbuilder';
import type { Language } from '../cards/index.ts';
import { ConversationStore, storePatienceMs } from './conversationStore.ts';
import { localeLanguage } from './language.ts';
import { isAnswerable } from './teams/conversation.ts';
import { stateKey } from './runTurn.ts';

/**
 * The language of a conversation, for what is shown outside its turns: the one that was asked for in it, or else the
 * client's. The client's also when the store cannot be read: a form in another language is better than none.
 */
export const rememberedLanguage = async (context: TurnContext, storage: Storage): Promise<Language> => {
  const { activity } = context;
  if (!isAnswerable(activity)) return localeLanguage(activity);
  const store = new ConversationStore(storage, stateKey(context), storePatienceMs);
  try {
    return (await store.read()).state.language ?? localeLanguage(activity);
  } finally {
    store.close();
  }
};
