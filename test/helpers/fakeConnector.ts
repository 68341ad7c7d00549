import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a bot puts into a conversation, as it arrives. */
export interface Put {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly content: Readonly<Record<string, never>> }[];
}

/** How one request is answered: taken, refused with a status, or left without an answer. */
export interface Step {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The code that Teams names the fault by. */
  readonly code?: string;
  /** True when the user sees it although the answer says otherwise. */
  readonly arrives?: boolean;
  /** Breaks the connection, or lets the bot wait. */
  readonly without?: 'answer' | 'connection';
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly activity: Put;
  /** The size of the body as Teams counts it. */
  readonly utf16Bytes: number;
}

/** Teams' service on this machine: takes what a bot sends, and answers as it is told to, once for each step. */
export class FakeConnector {
  readonly requests: Request[] = [];
  /** All connections so far. */
  connections = 0;
  readonly #steps: { readonly method: string; readonly step: Step }[] = [];
  readonly #shown = new Map<string, Put>();
  readonly #server: Server;
  #ids = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => this.#take(request, response, body));
    });
    this.#server.on('connection', () => this.connections++);
  }

  /** Begins to listen; gives the address that a bot is told as its serviceUrl. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Answers the next requests of a method like this, one step each; those after them are taken. */
  next(method: 'POST' | 'PUT', ...steps: readonly Step[]): void {
    this.#steps.push(...steps.map((step) => ({ method, step })));
  }

  /** Forgets everything, as before the first request. */
  reset(): void {
    this.requests.length = 0;
    this.connections = 0;
    this.#steps.length = 0;
    this.#shown.clear();
  }

  /** What the user sees: all messages, in the order they came, each as it was updated last. */
  get shown(): readonly Put[] {
    return [...this.#shown.values()].filter(({ type }) => type === 'message');
  }

  /** The id that the message sent last was given. */
  get lastId(): string {
    return `sent-${String(this.#ids)}`;
  }

  /** The requests of a method that carried a message. */
  sent(method: 'POST' | 'PUT'): readonly Request[] {
    return this.requests.filter((one) => one.method === method && one.activity.type === 'message');
  }

  #take(request: IncomingMessage, response: ServerResponse, body: string): void {
    const method = request.method ?? '';
    const path = request.url ?? '';
    const activity = JSON.parse(body) as Put;
    this.requests.push({ method, path, activity, utf16Bytes: body.length * 2 });
    const at = this.#steps.findIndex((one) => one.method === method);
    const [{ step } = { step: {} as Step }] = at < 0 ? [] : this.#steps.splice(at, 1);
    const { status = 200, headers = {}, code = 'Fault', without } = step;
    const isTaken = without === undefined && status < 400;
    const id = method === 'PUT' ? decodeURIComponent(path.split('/').at(-1) ?? '') : `sent-${String(++this.#ids)}`;
    if (isTaken || step.arrives) this.#shown.set(id, activity);
    if (without === 'connection') request.socket.destroy();
    if (without !== undefined) return;
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(isTaken ? { id } : { error: { code, message: code } }));
  }
}
