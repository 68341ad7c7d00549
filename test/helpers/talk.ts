import { AsyncLocalStorage } from 'node:async_hooks';
import { expect } from 'chai';
import type { Storage, TurnContext } from 'botbuilder';
import { guideFrom } from '../../src/app.ts';
import { openDoors, type BotDoors } from '../../src/bot/index.ts';
import type { LocalActivity } from '../../src/bot/localAdapter.ts';
import { freshState, openWalk, readState, type ConversationState, type Walk } from '../../src/bot/state.ts';
import { turnOf } from '../../src/bot/turn.ts';
import type { View } from '../../src/cards/index.ts';
import { openStorage } from '../../src/storage/index.ts';
import type { CivilDate } from '../../src/dates/index.ts';
import type { Answers, Dialogs } from '../../src/trees/index.ts';
import { actionsOf, type ActionData, type Card } from './cardReader.ts';
import { dialogs, knowledge, projectRoot, today, tree } from './content.ts';

export type LogEntry = Readonly<Record<string, string | number | boolean>>;

/** All that was typed and all that was logged in every talk of this process, to be held against each other at the end. */
export const heard = { typed: new Set<string>(), logged: [] as LogEntry[] };

/** What one activity led to. */
export interface Reply {
  readonly messages: readonly LocalActivity[];
  /** What the messages show, as data. */
  readonly views: readonly View[];
  readonly status: number;
  readonly body: unknown;
}

/** The one view of a reply that is one message, of the kind expected. */
export const seen = <K extends View['kind']>(reply: Reply, kind: K): Extract<View, { kind: K }> => {
  expect(
    reply.views.map((view) => view.kind),
    'views',
  ).to.deep.equal([kind]);
  expect(reply.messages, 'messages').to.have.length(1);
  return reply.views[0] as Extract<View, { kind: K }>;
};

/** The card of a reply's only message. */
export const cardIn = ({ messages }: Reply): Card => {
  expect(messages).to.have.length(1);
  const [attachment] = messages[0]?.attachments as { content: Card }[];
  return attachment!.content;
};

/** The actions that a reply offers, as data to click on. */
export const offered = (reply: Reply): ActionData[] => actionsOf(cardIn(reply));

interface GuideOptions {
  readonly storage?: Storage;
  readonly dialogs?: Dialogs;
  readonly today?: CivilDate;
  /** Ids that are switched off. */
  readonly closed?: readonly string[];
}

/** A guide with its own store, log, clock and ids. */
export class TestGuide {
  readonly storage: Storage;
  readonly log: LogEntry[] = [];
  readonly doors: BotDoors;
  today: CivilDate;
  /** What belongs to the turn that is running, also when many run at once. */
  readonly #turn = new AsyncLocalStorage<{ readonly sent: LocalActivity[]; views: readonly View[] }>();
  #ids = 0;

  constructor({ storage, dialogs: given = dialogs, today: day = today, closed = [] }: GuideOptions = {}) {
    const now = (): Date => new Date('2026-11-22T09:00:00Z');
    const randomId = (): string => `id-${String(++this.#ids)}`;
    const log = (entry: LogEntry): void => {
      this.log.push(entry);
      heard.logged.push(entry);
    };
    this.today = day;
    this.storage = storage ?? openStorage({ databaseUrl: 'memory:', dataDir: '', now });
    const guide = guideFrom(
      { knowledge, dialogs: given },
      { root: projectRoot, now, randomId, log },
      { isDisabled: (id) => closed.includes(id) },
    );
    this.doors = openDoors({ guide: { ...guide, today: () => this.today }, storage: this.storage, log });
    const { bot } = this.doors;
    const run = bot.run.bind(bot);
    bot.run = async (context: TurnContext): Promise<void> => {
      await run(context);
      this.#note(context);
    };
    this.doors.local.onSend((_conversation, activity) => this.#turn.getStore()?.sent.push(activity));
  }

  /** A conversation of its own. */
  talk(channelId = 'directline'): Talk {
    return new Talk(this, channelId, `c-${String(++this.#ids)}`);
  }

  async receive(activity: Omit<LocalActivity, 'id'> & { readonly type: string }): Promise<Reply> {
    const turn = { sent: [] as LocalActivity[], views: [] as readonly View[] };
    const id = `in-${String(++this.#ids)}`;
    const { status, body } = await this.#turn.run(turn, () => this.doors.local.receive({ ...activity, id }));
    return { messages: turn.sent.filter(({ type }) => type === 'message'), views: turn.views, status, body };
  }

  /** Keeps what a turn showed. Activities that are not read have no turn. */
  #note(context: TurnContext): void {
    const turn = this.#turn.getStore();
    try {
      if (turn) turn.views = [...turnOf(context).outbox];
    } catch {
      // Nothing was shown.
    }
  }
}

/** One conversation as its user has it. */
export class Talk {
  readonly guide: TestGuide;
  readonly #about: { readonly channelId: string; readonly conversation: { readonly id: string } };

  constructor(guide: TestGuide, channelId: string, conversation: string) {
    this.guide = guide;
    this.#about = { channelId, conversation: { id: conversation } };
  }

  /** Where this conversation's state stands in the store. */
  get key(): string {
    return `${this.#about.channelId}/conversations/${this.#about.conversation.id}`;
  }

  send(activity: Readonly<Record<string, unknown>> & { readonly type: string }): Promise<Reply> {
    const people = { from: { id: 'user' }, recipient: { id: 'paragrafguiden' }, serviceUrl: 'urn:test' };
    return this.guide.receive({ ...this.#about, ...people, ...activity });
  }

  say(text: string): Promise<Reply> {
    for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) if (word.length > 2) heard.typed.add(word);
    return this.send({ type: 'message', text });
  }

  /** Sends what a card's action carries, as Action.Submit does. */
  click(data: object): Promise<Reply> {
    return this.send({ type: 'message', value: data });
  }

  /** Sends what a card's action carries, as Action.Execute does. */
  execute(data: object): Promise<Reply> {
    const action = { type: 'Action.Execute', verb: (data as { kind?: string }).kind, data };
    return this.send({ type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } });
  }

  join(): Promise<Reply> {
    return this.send({ type: 'conversationUpdate', membersAdded: [{ id: 'user' }] });
  }

  /** The name of the walk that `stand` and `at` open. */
  get run(): string {
    return `run-${this.#about.conversation.id}`;
  }

  /** What a card of that walk carries when it shows these answers. */
  card(answers: Answers): { readonly tree: string; readonly run: string; readonly answers: Answers } {
    return { tree: tree.id, run: this.run, answers };
  }

  /** Opens the tree's walk where these answers lead, in one turn on an empty store: a card is a link. */
  async at(answers: Answers): Promise<Reply> {
    await this.guide.storage.delete([this.key]);
    return this.click({ kind: 'start', ...this.card(answers) });
  }

  /** Puts the conversation where these answers lead without a turn, as the bot itself would have stored it. */
  async stand(answers: Answers, more: Partial<Walk> = {}): Promise<this> {
    const walk: Walk = { tree: tree.id, run: this.run, answers, seen: this.guide.today, ...more };
    const stack = [{ id: 'decision-tree' as const, state: walk }];
    const state: ConversationState = { ...freshState(), dialogs: { dialogStack: stack }, shown: this.run };
    await this.guide.storage.write({ [this.key]: { ...state, eTag: '*' } });
    return this;
  }

  /** The state as it is stored; undefined when nothing is, or nothing readable. */
  async state(): Promise<ConversationState | undefined> {
    const { [this.key]: item } = (await this.guide.storage.read([this.key])) as Record<string, object | undefined>;
    if (!item) return undefined;
    return readState(Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'eTag')));
  }

  /** The walk that is open, or else the one that has ended. */
  async walk(): Promise<Walk | undefined> {
    const state = await this.state();
    return state && (openWalk(state) ?? state.finished);
  }

  /** The named answers so far. */
  async answers(): Promise<Answers | undefined> {
    return (await this.walk())?.answers;
  }
}
