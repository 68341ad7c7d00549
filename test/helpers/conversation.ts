import type { Activity } from 'botframework-directlinejs';
import { cardOf, type ActionData, type Card } from './cardReader.ts';
import { openDirectLine, type OpenedClient } from './directLine.ts';

const patience = 10_000;

/** One conversation with a running guide, through botframework-directlinejs as it comes. */
export class Conversation {
  readonly #client: OpenedClient;

  constructor(url: string) {
    this.#client = openDirectLine({ domain: `${url}/directline` });
  }

  /** Everything the guide has sent, oldest first. */
  get replies(): readonly Activity[] {
    return this.#client.received.filter((activity) => activity.type === 'message' && activity.from.id !== 'user-1');
  }

  /** Sends what a card's action carries, and resolves with the card that answers it. */
  click(action: ActionData): Promise<Card> {
    return this.#exchange({ type: 'message', value: action });
  }

  /** Types a text, and resolves with the card that answers it. */
  say(text: string): Promise<Card> {
    return this.#exchange({ type: 'message', text });
  }

  end(): void {
    this.#client.end();
  }

  async #exchange(activity: Record<string, unknown>): Promise<Card> {
    const before = this.replies.length;
    await this.#client.post(activity);
    const deadline = performance.now() + patience;
    while (this.replies.length === before) {
      if (performance.now() > deadline) throw new Error('The guide did not answer.');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const card = cardOf(this.replies[before]!);
    if (card === undefined) throw new Error('The guide answered without a card.');
    return card;
  }
}
