import type { Storage } from 'botbuilder';
import { guideFrom, type GuideOptions } from '../../src/app.ts';
import { openDoors, type BotParts } from '../../src/bot/index.ts';
import { screenFor } from '../../src/screen.ts';
import { createServer, type Server } from '../../src/server/index.ts';
import { openStorage, type StateStorage } from '../../src/storage/index.ts';
import { dialogs, knowledge, projectRoot, today } from '../helpers/content.ts';
import { FakeConnector, type Put } from '../helpers/fakeConnector.ts';
import type { LogEntry } from '../helpers/talk.ts';

/** The bot's own id in Teams, as `recipient.id` bears it. */
export const botId = '28:0a1b2c3d-0000-4000-8000-000000000001';

/** What the door answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

/** The guide behind POST /api/messages on this machine, with Teams' service as a connector beside it. */
export class TeamsDoor {
  readonly connector = new FakeConnector();
  readonly storage: Storage;
  readonly #ownStorage: StateStorage | undefined;
  readonly log: LogEntry[] = [];
  readonly counted: (readonly [string, string | undefined, string | undefined])[] = [];
  /** Ids that are switched off. */
  readonly disabled = new Set<string>();
  readonly #server: Server;
  #url = '';
  serviceUrl = '';
  #ids = 0;

  /** What the guide takes for now. */
  time = new Date('2026-11-22T09:00:00Z');

  /** A store of its own, unless it is given one. */
  constructor(storage?: Storage, more: Pick<BotParts, 'leaderRole' | 'tokenService'> & GuideOptions = {}) {
    const now = (): Date => this.time;
    const randomId = (): string => `id-${String(++this.#ids)}`;
    const log = (entry: object): void => {
      this.log.push(entry as LogEntry);
    };
    const guide = guideFrom(
      { knowledge, dialogs },
      { root: projectRoot, now, randomId, log },
      {
        asOf: today,
        count: (...counted) => {
          const [event, topic, municipality] = counted;
          this.counted.push([event, topic, municipality]);
        },
        isDisabled: (id) => this.disabled.has(id),
        ...more,
      },
    );
    if (!storage) this.#ownStorage = openStorage({ databaseUrl: 'memory:', dataDir: '', now });
    this.storage = storage ?? this.#ownStorage!;
    const doors = openDoors({ ...more, guide, storage: this.storage, log });
    const { cloud } = doors;
    // The SDK takes it from the channel's signature, and nothing is signed here.
    cloud.use({
      onTurn: (context, next) => {
        Object.assign(Object(context.turnState.get(cloud.UserTokenClientKey)) as object, { appId: botId.slice(3) });
        return next();
      },
    });
    this.#server = createServer({
      host: '127.0.0.1',
      port: 0,
      messages: (request, response) =>
        doors.cloud.process(request, response as never, (context) => doors.bot.run(context)),
      local: null,
      bot: { id: 'paragrafguiden', name: 'Paragrafguiden' },
      tokenSecret: '',
      ready: () => Promise.resolve(true),
      log,
      screen: screenFor(knowledge),
      randomId,
      now,
    });
  }

  async open(): Promise<void> {
    this.serviceUrl = await this.connector.open();
    ({ url: this.#url } = await this.#server.listen());
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.connector.close();
    await this.#ownStorage?.close();
  }

  /** An activity as Teams wraps it, from one person's own chat unless it says otherwise. */
  activity(more: object): Readonly<Record<string, unknown>> {
    return {
      ...{ id: `in-${String(++this.#ids)}`, channelId: 'msteams', serviceUrl: this.serviceUrl },
      ...{ from: { id: '29:user', aadObjectId: 'aad' }, recipient: { id: botId, name: 'Paragrafguiden' } },
      ...{ conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant' } },
      ...more,
    };
  }

  /** Posts exactly this. */
  async raw(body: string): Promise<Answer> {
    const response = await fetch(`${this.#url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: response.status, text, json };
  }

  post(more: object): Promise<Answer> {
    return this.raw(JSON.stringify(this.activity(more)));
  }

  /** The messages that were shown in a conversation. */
  shownIn(conversation: string): readonly Put[] {
    return this.connector.shown.filter(
      (put) => (put as { conversation?: { id?: string } }).conversation?.id === conversation,
    );
  }
}

/** All that a message shows, as one text. */
export const textsIn = (put: Put | undefined): string => JSON.stringify(put ?? {});
