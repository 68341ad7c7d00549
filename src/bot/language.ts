import type { Activity } from 'botbuilder';
import type { Language, Phrases } from '../cards/index.ts';
import type { Dialogs } from '../trees/index.ts';
import type { Intent } from './intent.ts';
import type { ConversationState } from './state.ts';
import type { Guide, Turn } from './turn.ts';

/** What a turn is held in: its sentences, trees and menu in one language. */
export interface Speech {
  readonly phrases: Phrases;
  readonly trees: Dialogs['trees'];
  readonly menu: Dialogs['menu'];
}

/** What the guide says in a language. */
export const speechIn = ({ dialogs, phrases, english }: Guide, language: Language): Speech =>
  language === 'en'
    ? { phrases: english, trees: dialogs.treesEnglish, menu: dialogs.menuEnglish }
    : { phrases, trees: dialogs.trees, menu: dialogs.menu };

/** English where the client is English, Danish everywhere else. Read as it may arrive, not as it should. */
export const localeLanguage = ({ locale }: Partial<Activity>): Language => {
  const written: unknown = locale;
  return typeof written === 'string' && /^en(?![a-z])/iu.test(written) ? 'en' : 'da';
};

const chosenBy = (intent: Intent): Language | undefined => {
  if (intent.kind !== 'command') return undefined;
  if (intent.command === 'english') return 'en';
  return intent.command === 'danish' ? 'da' : undefined;
};

/** The language of a turn: the one that was asked for in this conversation, which is kept, or else the client's. */
export const languageOf = (activity: Partial<Activity>, intent: Intent, state: ConversationState): Language => {
  const chosen = chosenBy(intent);
  if (chosen) state.language = chosen;
  return state.language ?? localeLanguage(activity);
};

/** Holds the rest of this turn in another language; the next is again in its own. */
export const answerIn = (turn: Turn, language: Language): void => {
  Object.assign(turn, speechIn(turn.guide, language));
};

/** Holds the rest of a turn, and the conversation from here on, in the language that a case was told in. */
export const goOnIn = (turn: Turn, language: Language): void => {
  if (turn.phrases.language === language) return;
  turn.state.language = language;
  answerIn(turn, language);
};
