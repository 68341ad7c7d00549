import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { LocalAdapter } from '../../src/bot/localAdapter.ts';
import {
  createServer,
  type LocalChannel,
  type LogEvent,
  type Server,
  type ServerOptions,
} from '../../src/server/index.ts';

/** A server under test: where it is, what it logged, and how to stop it. */
export interface Running {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  readonly events: readonly LogEvent[];
}

const running = new Set<Server>();

/** A card as bots send them: a question and two answers. */
export const card = (text: string): Record<string, unknown> => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text, wrap: true, style: 'heading', size: 'large' }],
    actions: ['Bor i eget hjem eller i en ganske almindelig lejlighed', 'Plejehjem'].map((title, index) => ({
      type: 'Action.Submit',
      title,
      data: { kind: 'answer', question: 'housing', option: index === 0 ? 'own-home' : 'care-home' },
    })),
  },
});

/** Says back what it hears; "kort" and the join event get a card; "fejl" breaks the turn. */
export const echo = async (context: TurnContext): Promise<void> => {
  const { type, text, value, name } = context.activity as {
    type: string;
    text?: string;
    value?: unknown;
    name?: string;
  };
  if (text === 'fejl') throw new TypeError('Hemmelig tekst fra maskinrummet');
  if (text === 'skriver') await context.sendActivity({ type: 'typing' });
  if (type === 'event' || text === 'kort') {
    await context.sendActivity({
      attachments: [card('Hvor bor borgeren?') as never],
      text: name === 'webchat/join' ? 'Velkommen' : '',
    });
  } else if (type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { said: value } } });
  } else if (type === 'message') {
    await context.sendActivity(text === undefined || text === '' ? `valg: ${JSON.stringify(value)}` : `ekko: ${text}`);
  }
};

/** A bot in this process, as app.ts wires it. */
export const localChannel = (logic: (context: TurnContext) => Promise<void> = echo): LocalChannel => {
  const adapter = new LocalAdapter({ randomId: randomUUID, now: () => new Date() });
  return {
    receive: (activity) => adapter.receive(activity, logic),
    onSend: (listener) => adapter.onSend(listener),
  };
};

/** Starts a server on a free port of this machine, or on the port given. */
export const start = async (options: Partial<ServerOptions> = {}): Promise<Running> => {
  const events: LogEvent[] = [];
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    messages: null,
    local: localChannel(),
    bot: { id: 'paragrafguiden', name: 'Paragrafguiden' },
    tokenSecret: 'a secret that only this test knows',
    ready: () => Promise.resolve(true),
    log: (event) => events.push(event),
    screen: () => false,
    randomId: randomUUID,
    now: () => new Date(),
    ...options,
  });
  const { url, port } = await server.listen();
  running.add(server);
  return { url, port, server, events };
};

/** Stops one server, as a restart does. */
export const stop = async ({ server }: Pick<Running, 'server'>): Promise<void> => {
  running.delete(server);
  await server.close();
};

/** Stops whatever a test left running. */
export const stopAll = async (): Promise<void> => {
  await Promise.all([...running].map((server) => stop({ server })));
};

/** The code of a refusal. */
export const codeOf = async (response: Response): Promise<string> => {
  const { error } = (await response.json()) as { error: { code: string } };
  return error.code;
};

/** Waits until something holds, asking often. */
export const until = async <T>(look: () => T | undefined | false | null, ms = 10_000): Promise<T> => {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const seen = look();
    if (seen !== undefined && seen !== false && seen !== null) return seen;
  }
  throw new Error(`Nothing came of it within ${String(ms)} ms.`);
};
