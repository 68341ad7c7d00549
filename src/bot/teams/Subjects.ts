import type { TurnContext } from 'botbuilder';
import { turnIn, type Turn } from '../turn.ts';

/** What an answer was about, by ids. */
export interface Subject {
  readonly topic?: string | undefined;
  readonly municipality?: string | undefined;
}

const most = 5_000;

/** What the turn's reply is about; undefined for a reply that answers nothing. */
const subjectIn = (turn: Turn | undefined): Subject | undefined => {
  if (!turn) return undefined;
  const { outbox, state } = turn;
  const [view] = outbox;
  switch (view?.kind) {
    case 'answer':
      return { topic: state.asked?.article, municipality: state.asked?.municipality };
    case 'outcome':
      return {
        topic: (view.governing[0] ?? view.candidates[0])?.id ?? view.tree,
        municipality: view.answers.municipality,
      };
    case 'summary':
      return { topic: view.tree, municipality: view.answers.municipality };
    default:
      return undefined;
  }
};

/**
 * Remembers what the latest answers were about, so that a thumb up or down is counted for the right one. In memory only,
 * and bounded: a thumb for an older answer is counted without a subject.
 */
export class Subjects {
  readonly #bySent = new Map<string, Subject>();

  /** Plays a turn, and notes what it answered under the ids that its messages were given. */
  async during<T>(context: TurnContext, turn: () => Promise<T>): Promise<T> {
    const ids: string[] = [];
    context.onSendActivities(async (_context, activities, next) => {
      const sent = await next();
      for (const [at, { type }] of activities.entries()) if (type === 'message') ids.push(sent[at]?.id ?? '');
      return sent;
    });
    const done = await turn();
    const subject = ids.length === 0 ? undefined : subjectIn(turnIn(context));
    if (subject) for (const id of ids) this.note(context.activity.conversation.id, id, subject);
    return done;
  }

  /** Lets go of the oldest when there are too many. */
  note(conversation: string, message: string, subject: Subject): void {
    if (message === '') return;
    this.#bySent.set(`${conversation} ${message}`, subject);
    const [oldest] = this.#bySent.keys();
    if (this.#bySent.size > most && oldest !== undefined) this.#bySent.delete(oldest);
  }

  /** Undefined for a message that is not known. */
  of(conversation: string, message: unknown): Subject | undefined {
    return typeof message === 'string' ? this.#bySent.get(`${conversation} ${message}`) : undefined;
  }
}
