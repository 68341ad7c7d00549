import { Conversation } from './conversation.ts';
import type { Limits } from './options.ts';

/** The conversations in memory, the latest used last; when there are too many, the oldest that nobody listens to goes. */
export class Conversations {
  readonly #byId = new Map<string, Conversation>();
  readonly #limits: Limits;
  readonly #randomId: () => string;

  constructor(limits: Limits, randomId: () => string) {
    this.#limits = limits;
    this.#randomId = randomId;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The conversation, begun anew when it is not in memory: after a restart a client just goes on. */
  open(id: string): Conversation {
    const conversation = this.#byId.get(id) ?? new Conversation(id, this.#randomId(), this.#limits.activities);
    this.#byId.delete(id);
    this.#byId.set(id, conversation);
    if (this.#byId.size > this.#limits.conversations) this.#forgetOne(conversation);
    return conversation;
  }

  closeAll(): void {
    for (const conversation of this.#byId.values()) conversation.close();
    this.#byId.clear();
  }

  #forgetOne(kept: Conversation): void {
    const others = [...this.#byId.values()].filter((conversation) => conversation !== kept);
    const oldest = others.find((conversation) => conversation.isIdle) ?? others[0];
    if (oldest === undefined) return;
    this.#byId.delete(oldest.id);
    oldest.close();
  }
}
