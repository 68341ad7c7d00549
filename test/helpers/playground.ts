import { WebSocket } from 'ws';
import type { ActionData, Card, Json } from './cardReader.ts';
import { place, startPlayground, type PlaygroundProcess } from './playgroundProcess.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const patienceMs = 15_000;

/** A message as a reader of the Playground has it on the screen. */
export interface Shown {
  readonly messageId: string;
  readonly conversation: string;
  readonly text?: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: Card }[];
  /** Whether there are thumbs beside it. */
  readonly feedbackLoopEnabled?: boolean;
}

/** An action of a card, as far as a click needs it. */
export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: ActionData;
  readonly fallback?: CardAction;
}

/** One exchange as the Playground writes it in its log: to the guide, or from it. */
interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly activityName: string;
  readonly request: { readonly body: Readonly<Record<string, unknown>> };
  readonly response: { readonly statusCode: number; readonly body: unknown };
}

/** One turn: what the guide was sent, what it answered to that, and what came on the screen. */
export interface Turn {
  readonly activity: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly body: unknown;
  readonly shown: readonly Shown[];
  /** Messages that were there and look otherwise now. */
  readonly replaced: readonly Shown[];
  /** What the Playground gave back to its own page for a click or a search. */
  readonly answer: unknown;
}

interface Stream {
  readonly action: string;
  readonly actionConversationId: string;
  readonly message: Omit<Shown, 'conversation'>;
}

const userApplication = 'User Application';

/** The card of a message; throws when it has none. */
export const cardIn = (shown: Shown | undefined): Card => {
  const card = shown?.attachments.find(({ contentType }) => contentType === cardType)?.content;
  if (!card) throw new Error(`No card: ${JSON.stringify(shown)}`);
  return card;
};

/** The actions that a client of today sees on a card: not those that stand by for older ones. */
export const buttonsOf = (node: Json): readonly CardAction[] => {
  if (Array.isArray(node)) return (node as readonly Json[]).flatMap(buttonsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { fallback: _, ...rest } = node as Readonly<Record<string, Json>>;
  const own = typeof rest.type === 'string' && rest.type.startsWith('Action.') ? [node as unknown as CardAction] : [];
  return [...own, ...Object.values(rest).flatMap(buttonsOf)];
};

/** The Playground and the one who writes in it. One turn at a time. */
export class Playground {
  readonly #process: PlaygroundProcess;
  readonly #exchanges: Exchange[] = [];
  readonly #stream: Stream[] = [];
  readonly #screen = new Map<string, Shown>();
  readonly #sockets: WebSocket[] = [];

  private constructor(running: PlaygroundProcess) {
    this.#process = running;
  }

  /** Starts it before the guide at this address. */
  static async start(endpoint: string): Promise<Playground> {
    const playground = new Playground(await startPlayground(endpoint));
    try {
      await playground.#begin();
    } catch (error) {
      await playground.stop();
      throw error;
    }
    return playground;
  }

  async #begin(): Promise<void> {
    await this.#listen('/_ws_conversation/v1/conversations/stream', (one) => this.#see(one as Stream));
    await this.#listen('/_ws/log/stream', (heard) => {
      const { log } = heard as { readonly log: Exchange };
      if (log.type === 'bot') this.#exchanges.push(log);
    });
    await this.#call('GET', '/_internal/v1/config');
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    await this.#process.stop();
  }

  get url(): string {
    return this.#process.url;
  }

  /** Requests of the guide that the Playground refused. */
  get refused(): readonly unknown[] {
    return this.#exchanges
      .filter(({ from, response }) => from === userApplication && response.statusCode >= 400)
      .map(({ request, response }) => ({ ...response, request: request.body }));
  }

  /** All that is on the screen of a conversation, in the order it came, each as it was updated last. */
  screen(conversation: string = place.personal): readonly Shown[] {
    return [...this.#screen.values()].filter((shown) => shown.conversation.startsWith(conversation));
  }

  /** Writes a message; where others read along, with the mention that the reader's client puts before it. */
  say(text: string, conversation: string = place.personal): Promise<Turn> {
    const mentioned = { mentioned: { id: place.bot.id }, text: `<at>${place.bot.name}</at>` };
    const isShared = conversation !== place.personal;
    return this.turn(() =>
      this.#post(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
        text: isShared ? `${mentioned.text}&nbsp;${text}` : text,
        textFormat: 'plain',
        ...(isShared ? { mentions: [mentioned] } : {}),
      }),
    );
  }

  /** Puts a card into a chat, as a reader does with what a search has found. It is a turn only in the own chat. */
  async insert(card: { readonly contentType: string; readonly content: Card }, conversation: string): Promise<void> {
    const body = { attachments: [card], attachmentLayout: 'list' };
    await this.#post(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, body);
  }

  /** Clicks an action as a client of today does, with what was filled in on the card. */
  execute(on: Shown, { type, title, verb, data }: CardAction, inputs: object = {}): Promise<Turn> {
    return this.turn(() =>
      this.#post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value: { action: { type, title, verb, data: { ...data, ...inputs } }, trigger: 'manual' },
        conversation: { id: on.conversation },
        replyToId: on.messageId,
      }),
    );
  }

  /** Clicks an action as a client does that knows its fallback only. */
  submit(on: Shown, { data, fallback }: CardAction, inputs: object = {}): Promise<Turn> {
    return this.turn(() =>
      this.#post('/_conversation/v1/submit', {
        type: 'submit',
        value: { ...(fallback?.data ?? data), ...inputs },
        conversation: { id: on.conversation },
        replyToId: on.messageId,
      }),
    );
  }

  /** A search or a thumb, by the name of its invoke. */
  invoke(name: string, value: object, conversation: string = place.personal): Promise<Turn> {
    return this.turn(() => this.#post('/_conversation/v1/invoke', { name, value, conversation: { id: conversation } }));
  }

  /** An event of Teams by the Playground's name for it, such as `install`, changed by `more`. */
  async event(type: string, conversation: string = place.personal, more: object = {}): Promise<Turn> {
    const query = new URLSearchParams({ conversationId: conversation, ...(type === '' ? {} : { type }) });
    const template = await this.#call('GET', `/_internal/v1/customActivities/template?${query.toString()}`);
    return this.turn(() => this.#call('POST', '/_internal/v1/customActivities', { ...(template as object), ...more }));
  }

  /** Plays one turn, until the guide has answered and everything that it sent is on the screen. */
  async turn(begin: () => Promise<unknown>): Promise<Turn> {
    const [exchanges, stream] = [this.#exchanges.length, this.#stream.length];
    const answer = await begin();
    const isTurn = ({ to }: Exchange): boolean => to === userApplication;
    await this.#until(() => this.#exchanges.slice(exchanges).some(isTurn));
    const all = this.#exchanges.slice(exchanges);
    const taken = all.filter(
      ({ from, activityName, response }) =>
        from === userApplication && activityName === 'message' && response.statusCode < 300,
    );
    await this.#until(() => this.#messagesFrom(stream).length >= taken.length);
    const messages = this.#messagesFrom(stream);
    const as = (kind: string): Shown[] =>
      messages.filter(({ action }) => action === kind).map(({ message }) => this.#screen.get(message.messageId)!);
    const { request, response } = all.find(isTurn)!;
    const turn = { activity: request.body, status: response.statusCode, body: response.body, answer };
    return { ...turn, shown: as('createMessage'), replaced: as('updateMessage') };
  }

  #messagesFrom(start: number): readonly Stream[] {
    return this.#stream.slice(start).filter(({ action }) => action !== 'typing');
  }

  #see(one: Stream): void {
    this.#stream.push(one);
    if (one.action === 'typing') return;
    this.#screen.set(one.message.messageId, { ...one.message, conversation: one.actionConversationId });
  }

  async #until(isSo: () => boolean): Promise<void> {
    for (const begun = performance.now(); !isSo(); await new Promise((later) => setTimeout(later, 5)))
      if (performance.now() - begun > patienceMs) throw new Error('The guide has not answered the Playground.');
  }

  async #listen(path: string, hear: (message: unknown) => void): Promise<void> {
    const socket = new WebSocket(`${this.url.replace(/^http/u, 'ws')}${path}`);
    this.#sockets.push(socket);
    socket.on('message', (data: Buffer) => hear(JSON.parse(data.toString())));
    await new Promise((open, failed) => socket.once('open', open).once('error', failed));
  }

  #post(path: string, body: object): Promise<unknown> {
    return this.#call('POST', path, { from: { id: place.user }, ...body });
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The Playground says ${String(response.status)} to ${path}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
