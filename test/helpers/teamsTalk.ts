import { guideFrom } from '../../src/app.ts';
import { setTimeout as delay } from 'node:timers/promises';
import type { Storage, TurnContext } from 'botbuilder';
import { openDoors, type BotDoors } from '../../src/bot/index.ts';
import { openStorage } from '../../src/storage/index.ts';
import { dialogs, knowledge, projectRoot, today } from './content.ts';
import { heard, type LogEntry } from './talk.ts';

/** What the bot's door answered to one activity. */
export interface DoorAnswer {
  readonly status: number;
  readonly body: { readonly type?: string; readonly value?: unknown } | undefined;
}

let ids = 0;

/** A guide behind its door for Teams, without a token, and one conversation with it through a connector's address. */
export class TeamsTalk {
  readonly log: LogEntry[] = [];
  /** How long sending waited, each time. */
  readonly waits: number[] = [];
  readonly #doors: BotDoors;
  readonly #serviceUrl: string;
  readonly conversation: string;

  /** `slowMs`: how long the store takes to read. */
  constructor(serviceUrl: string, slowMs = 0) {
    const now = (): Date => new Date('2026-11-22T09:00:00Z');
    const randomId = (): string => `id-${String(++ids)}`;
    const log = (entry: LogEntry): void => {
      this.log.push(entry);
      heard.logged.push(entry);
    };
    const guide = guideFrom({ knowledge, dialogs }, { root: projectRoot, now, randomId, log }, { asOf: today });
    const kept = openStorage({ databaseUrl: 'memory:', dataDir: '', now });
    const storage: Storage = {
      read: async (keys) => {
        if (slowMs > 0) await delay(slowMs);
        return kept.read(keys);
      },
      write: (changes) => kept.write(changes),
      delete: (keys) => kept.delete(keys),
    };
    this.#doors = openDoors({
      guide,
      storage,
      log,
      sleep: (ms) => {
        this.waits.push(ms);
        return Promise.resolve();
      },
    });
    this.#serviceUrl = serviceUrl;
    this.conversation = `19:c-${String(++ids)}`;
  }

  /** One activity as Teams posts it. */
  async post(activity: Readonly<Record<string, unknown>> & { readonly type: string }): Promise<DoorAnswer> {
    let status = 0;
    let body: DoorAnswer['body'];
    const response = {
      socket: undefined,
      status: (code: number) => (status = code),
      header: () => undefined,
      send: (sent: DoorAnswer['body']) => (body = sent),
      end: () => undefined,
    };
    const about = {
      ...{ id: `in-${String(++ids)}`, channelId: 'msteams', serviceUrl: this.#serviceUrl },
      ...{ from: { id: '29:user', name: 'Birgit', aadObjectId: 'aad' }, recipient: { id: '28:bot' } },
      ...{ conversation: { id: this.conversation, tenantId: 'tenant' }, timestamp: '2026-11-22T09:00:00Z' },
    };
    const request = { method: 'POST', headers: {}, body: { ...about, ...activity } };
    await this.#doors.cloud.process(request, response as never, (context) => this.#doors.bot.run(context));
    return { status, body };
  }

  say(text: string): Promise<DoorAnswer> {
    return this.post({ type: 'message', text });
  }

  /** A click as a client with Action.Execute sends it. */
  execute(data: object, replyToId?: string): Promise<DoorAnswer> {
    const action = { type: 'Action.Execute', verb: (data as { kind?: string }).kind, data };
    const clicked = replyToId === undefined ? {} : { replyToId };
    return this.post({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' }, ...clicked });
  }

  /** A click as an older client sends it. */
  submit(data: object, replyToId?: string): Promise<DoorAnswer> {
    return this.post({ type: 'message', value: data, ...(replyToId === undefined ? {} : { replyToId }) });
  }

  /** A message that nobody asked for, as a reminder is sent. */
  async remind(text: string): Promise<void> {
    const reference = {
      ...{ channelId: 'msteams', serviceUrl: this.#serviceUrl, conversation: { id: this.conversation } },
      ...{ bot: { id: '28:bot' }, user: { id: '29:user' } },
    };
    await this.#doors.cloud.continueConversationAsync('', reference as never, async (context: TurnContext) => {
      await context.sendActivity(text);
    });
  }
}
