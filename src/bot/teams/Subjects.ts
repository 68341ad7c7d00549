import type { TurnContext } from 'botbuilder';
import { subjectIn, type Subject } from '../subject.ts';
import { turnIn } from '../turn.ts';

const most = 5_000;

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
    const played = turnIn(context);
    if (played?.forgets) this.#forget(context.activity.conversation.id);
    const subject = played && subjectIn(played);
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

  #forget(conversation: string): void {
    for (const key of this.#bySent.keys()) if (key.startsWith(`${conversation} `)) this.#bySent.delete(key);
  }

  /** Undefined for a message that is not known. */
  of(conversation: string, message: unknown): Subject | undefined {
    return typeof message === 'string' ? this.#bySent.get(`${conversation} ${message}`) : undefined;
  }
}
