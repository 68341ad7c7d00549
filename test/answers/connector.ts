import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a bot sends back to its channel. */
export interface Sent {
  readonly type: string;
  readonly text?: string;
  readonly conversation?: { readonly id: string };
  readonly attachments?: readonly { readonly content: Readonly<Record<string, never>> }[];
}

/** A channel's service on this machine: it takes what a bot sends, and gives it to whoever waits for it. */
export class Connector {
  readonly #server: Server;
  readonly #sent = new Map<string, Sent[]>();
  #ids = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        const id = decodeURIComponent(/conversations\/([^/]+)\/activities/u.exec(request.url ?? '')?.[1] ?? '');
        this.#sent.set(id, [...(this.#sent.get(id) ?? []), JSON.parse(body) as Sent]);
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ id: `sent-${String(++this.#ids)}` }));
      });
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** All messages that were sent into a conversation. */
  messagesIn(conversation: string): readonly Sent[] {
    return (this.#sent.get(conversation) ?? []).filter(({ type }) => type === 'message');
  }
}
