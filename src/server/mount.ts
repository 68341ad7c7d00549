import { pino } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { refuseForeign } from './guard.ts';
import { everywhere } from './headers.ts';
import type { ServerOptions } from './options.ts';
import { broken, refusal, send, type Reply } from './reply.ts';
import type { Route } from './routes.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

const unrouted = (error: unknown): Reply => {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 404) return refusal(404, 'not-found', 'There is nothing here.');
  if (status === 405) return refusal(405, 'wrong-method', 'This address takes another method; see Allow.');
  return broken();
};

/** A restify server that says nothing of itself, survives any address, and has one form for every refusal. */
export const createRestify = ({ log, now }: Pick<ServerOptions, 'log' | 'now'>): Server => {
  const server = restify.createServer({ name: '', log: pino({ enabled: false }) as never });
  const started = new WeakMap<Request, number>();
  server.pre((request, response, next) => {
    started.set(request, now().getTime());
    for (const [name, value] of Object.entries(everywhere)) response.setHeader(name, value);
    next();
  });
  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    send(response, unrouted(error));
    done();
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    log({ event: 'server-error', error: error.code ?? error.name });
  });
  server.on('after', (request: Request, response: Response) => {
    const route = (request.getRoute() as { path?: unknown } | undefined)?.path;
    const ms = now().getTime() - (started.get(request) ?? now().getTime());
    log({
      event: 'request',
      method: request.method,
      route: typeof route === 'string' ? route : 'none',
      status: response.statusCode,
      ms,
    });
  });
  // restify 12 parses address and Host before any handler can object, and the process dies of "GET http://[" or of
  // "Host: localhost:x". This runs before that, and does the same parsing where it can be caught.
  const { first } = server as unknown as {
    first: (handler: (request: Request, response: Response) => boolean) => void;
  };
  first.call(server, (request, response) => {
    try {
      (request as unknown as { getUrl: () => URL }).getUrl();
      return true;
    } catch {
      const { status, type, body } = refusal(400, 'bad-address', 'The address or the Host header cannot be read.');
      response.statusCode = status;
      for (const [name, value] of Object.entries({ ...everywhere, 'Content-Type': type, Connection: 'close' })) {
        response.setHeader(name, value);
      }
      response.end(body);
      return false;
    }
  });
  return server;
};

/** Binds a handler so that whatever it throws becomes a plain refusal and a line in the log. */
export const guarded =
  (handler: Handler, log: ServerOptions['log']): Handler =>
  async (request, response) => {
    try {
      await handler(request, response);
    } catch (error) {
      log({ event: 'request-failed', error: error instanceof Error ? error.name : 'unknown' });
      send(response, broken());
    }
  };

/** Binds routes that answer with values; GET answers HEAD as well. */
export const mount = (
  server: Server,
  routes: readonly Route[],
  isLocalOnly: boolean,
  log: ServerOptions['log'],
): void => {
  for (const { method, path, isPublic = false, handle } of routes) {
    const handler = guarded(async (request, response) => {
      const foreign = isPublic ? null : refuseForeign(request, isLocalOnly);
      const query = new URLSearchParams(request.getQuery());
      send(response, foreign ?? (await handle({ request, params: request.params as Record<string, string>, query })));
    }, log);
    if (method === 'POST') server.post(path, handler as never);
    else {
      server.get(path, handler as never);
      server.head(path, handler as never);
    }
  }
};
