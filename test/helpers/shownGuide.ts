import { randomUUID } from 'node:crypto';
import type { Storage, TurnContext } from 'botbuilder';
import { guideFrom } from '../../src/app.ts';
import { openDoors, type Guide } from '../../src/bot/index.ts';
import { phrasesFor, turnIn } from '../../src/bot/turn.ts';
import {
  cardActivity,
  plainText,
  type AdaptiveCard,
  type Language,
  type Phrases,
  type View,
} from '../../src/cards/index.ts';
import { StaleWriteError } from '../../src/errors.ts';
import { createServer, type LocalChannel, type Server, type WireActivity } from '../../src/server/index.ts';
import { openStorage, type StateStorage } from '../../src/storage/index.ts';
import { dialogs, knowledge, projectRoot, today } from './content.ts';

/** What a card on the page was made from. */
export interface Shown {
  readonly kind: string;
  readonly language: Language;
  /** The card's text twin, as those read it who see no cards. */
  readonly twin: string;
  /** What a voice says. */
  readonly speak: string;
}

const now = (): Date => new Date('2026-11-22T09:00:00Z');

/** The guide and its page in this process, on the real content, so that a test knows what each card was made from. */
export class ShownGuide {
  /** What the newest card was made from; undefined while a turn is on its way. */
  shown: Shown | undefined;
  /** While true, someone else has always saved first, so every turn that changes anything fails. */
  isFailing = false;
  readonly guide: Guide;
  readonly #storage: StateStorage = openStorage({ databaseUrl: 'memory:', dataDir: '', now });
  readonly #server: Server;
  readonly #listeners = new Set<(conversation: string, activity: WireActivity) => void>();
  #phrases: Phrases;

  constructor(closed: readonly string[]) {
    const log = ({ event, reference }: Readonly<Record<string, string | number | boolean>>): void => {
      if (event === 'turn-failed') this.#note({ kind: 'error', reference: String(reference) }, this.#phrases);
    };
    const world = { root: projectRoot, now, randomId: randomUUID, log };
    const publicUrl = (): string => 'https://guide.example';
    const isDisabled = (id: string): boolean => closed.includes(id);
    this.guide = guideFrom({ knowledge, dialogs }, world, { asOf: today, publicUrl, isDisabled });
    this.#phrases = this.guide.phrases;
    const doors = openDoors({ guide: this.guide, storage: this.#contended(), log });
    const { bot } = doors;
    const run = bot.run.bind(bot);
    bot.run = async (context: TurnContext): Promise<void> => {
      this.shown = undefined;
      try {
        await run(context);
      } finally {
        const turn = turnIn(context);
        const view = turn?.outbox.at(-1);
        if (turn && view) this.#note(view, phrasesFor(turn, view));
      }
    };
    const local: LocalChannel = {
      receive: (activity) => doors.local.receive(activity),
      onSend: (listener) => {
        this.#listeners.add(listener);
        return doors.local.onSend(listener);
      },
    };
    this.#server = createServer({
      host: '127.0.0.1',
      port: 0,
      messages: null,
      local,
      bot: { id: 'paragrafguiden', name: 'Paragrafguiden' },
      tokenSecret: 'a secret that only this test knows',
      ready: () => Promise.resolve(true),
      log: () => undefined,
      screen: () => false,
      randomId: randomUUID,
      now,
    });
  }

  async listen(): Promise<string> {
    return (await this.#server.listen()).url;
  }

  /** Puts a card on the page that the guide shows elsewhere alone, such as in a group chat. */
  show(conversation: string, card: AdaptiveCard, shown: Shown): void {
    this.shown = shown;
    const activity = {
      type: 'message',
      id: randomUUID(),
      // What has no time stays below all that comes later.
      timestamp: now().toISOString(),
      from: { id: 'paragrafguiden', role: 'bot' },
      conversation: { id: conversation },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    };
    for (const listener of this.#listeners) listener(conversation, activity);
  }

  /** Says what a card is made from that came beside another. */
  tell(kind: string, phrases: Phrases, key: 'share.hint'): void {
    const twin = phrases.say(key);
    this.shown = { kind, language: phrases.language, twin, speak: twin };
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.#storage.close();
  }

  #note(view: View, phrases: Phrases): void {
    this.#phrases = phrases;
    const { speak } = cardActivity(view, phrases);
    this.shown = { kind: view.kind, language: phrases.language, twin: plainText(view, phrases), speak };
  }

  /** The store, as it is while others write to it. */
  #contended(): Storage {
    const storage = this.#storage;
    return {
      read: (keys) => storage.read(keys),
      delete: (keys) => storage.delete(keys),
      write: (items) =>
        this.isFailing
          ? Promise.reject(new StaleWriteError('Someone else saved first.', 'A test says so.', 'Read again.'))
          : storage.write(items),
    };
  }
}
