import type { TurnContext } from 'botbuilder';
import type { QuestionIndex } from '../answers/index.ts';
import type { FeedbackReason, Phrases, View } from '../cards/index.ts';
import { InternalError } from '../errors.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { DecisionTree, Dialogs, Setting } from '../trees/index.ts';
import type { Intent } from './intent.ts';
import type { Speech } from './language.ts';
import type { Standing } from './leaders.ts';
import type { SignInOffer } from './signIn/signInCard.ts';
import type { Beside, ConversationState } from './state.ts';

/** What the guide knows and says, and its sources of time and chance; the same for every turn. */
export interface Guide {
  readonly knowledge: Knowledge;
  readonly dialogs: Dialogs;
  readonly phrases: Phrases;
  readonly english: Phrases;
  /** What free questions are answered from. */
  readonly questions: QuestionIndex;
  /** Which guide this is, as cards that are kept say it. */
  readonly version: string;
  readonly now: () => Date;
  /** The day in Denmark, or the day that AS_OF previews. */
  readonly today: () => Setting['today'];
  readonly randomId: () => string;
  /** Where the guide can be reached from outside; undefined when no such address is known. */
  readonly publicUrl: () => string | undefined;
  /** Counts one turn under ids of topic and municipality, for the weekly report. Never throws. */
  readonly count: (event: Counted, topic?: string, municipality?: string) => void;
  /** What has been counted, the latest week first. Throws StorageError when it cannot be read. */
  readonly weeks: () => readonly CountedWeek[];
  /** True for the object id of a leader as LEADERS stands now. */
  readonly isLeader: (objectId: string) => boolean;
  /** True for a tree, article, provision or municipality that DISABLED_TOPICS closes for now. */
  readonly isDisabled: (id: string) => boolean;
}

/** What was counted in one ISO week: all of it by event, and by topic what went wrong. */
export interface CountedWeek {
  readonly week: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly gaps: readonly {
    readonly event: string;
    /** An id, or `-` for none. */
    readonly topic: string;
    readonly count: number;
    readonly municipalities: Readonly<Record<string, number>>;
  }[];
}

/** What the weekly report counts. */
export type Counted =
  | 'answered'
  | 'unanswered'
  | 'refused'
  | 'corrected'
  | 'down-voted'
  | 'up-voted'
  | `reason-${FeedbackReason}`
  | 'feedback-personal-data';

/** One attempt at a turn: what came in, the state as it was read, and what is to be sent once that state is saved. */
export interface Turn extends Setting, Speech {
  readonly guide: Guide;
  readonly publicUrl?: string | undefined;
  readonly intent: Intent;
  readonly state: ConversationState;
  readonly beside: Beside;
  readonly outbox: View[];
  /** Who the user is to the guide; unknown unless it was found out. */
  readonly standing?: Standing;
  /** How someone who is signed out signs in. */
  readonly signIn?: SignInOffer | undefined;
  /** True when the reply is the offer to sign in. */
  offersSignIn?: boolean;
  /** True when all that is kept of the conversation is to go. */
  forgets?: boolean;
}

const turns = Symbol('turn');

/** Gives the dialogs of this turn what they need. Replaces the attempt before, when the turn is played again. */
export const setTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(turns, turn);
};

/** The turn that is running; undefined before it has begun. */
export const turnIn = (context: TurnContext): Turn | undefined => context.turnState.get(turns);

export const turnOf = (context: TurnContext): Turn => {
  const turn = turnIn(context);
  if (!turn)
    throw new InternalError(
      'A dialog ran outside a turn.',
      'It has no state and nothing to say.',
      'Set the turn before running dialogs.',
    );
  return turn;
};

/** The tree by its id, in the turn's language; undefined when no file holds it (any more), or when it is switched off. */
export const treeOf = (
  { guide, trees }: Pick<Turn, 'guide' | 'trees'>,
  id: string | undefined,
): DecisionTree | undefined => (id === undefined || guide.isDisabled(id) ? undefined : trees.get(id));

/** The sentences in the language of a view: the turn's own, unless the question was asked in another. */
export const phrasesFor = ({ guide, phrases }: Pick<Turn, 'guide' | 'phrases'>, view: View): Phrases => {
  if (!('language' in view)) return phrases;
  return view.language === 'en' ? guide.english : guide.phrases;
};
