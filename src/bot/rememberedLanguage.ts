import type { Storage, TurnContext } from 'botbuilder';
import type { Language } from '../cards/index.ts';
import { keysOf } from './conversationStore.ts';
import { localeLanguage } from './language.ts';
import { readState } from './state.ts';
import { isAnswerable } from './teams/conversation.ts';
import { stateKey } from './runTurn.ts';

/**
 * The language of a conversation, for what is shown outside its turns: the one that was asked for in it, or else the
 * client's. The client's also when the store cannot be read: a form in another language is better than none.
 */
export const rememberedLanguage = async (context: TurnContext, storage: Storage): Promise<Language> => {
  const { activity } = context;
  if (!isAnswerable(activity)) return localeLanguage(activity);
  const [key] = keysOf(stateKey(context));
  try {
    const { [key]: stored } = (await storage.read([key])) as Record<string, { readonly eTag?: string } | undefined>;
    const { eTag: _, ...state } = stored ?? {};
    return readState(state)?.language ?? localeLanguage(activity);
  } catch {
    return localeLanguage(activity);
  }
};
