import type { ServerOptions } from './options.ts';
import { ok } from './reply.ts';
import type { Route } from './routes.ts';

/** `/healthz` says that the process answers; `/readyz` whether it can do its work right now. */
export const healthRoutes = (ready: ServerOptions['ready']): readonly Route[] => [
  { method: 'GET', path: '/healthz', isPublic: true, handle: () => ok({ status: 'ok' }) },
  {
    method: 'GET',
    path: '/readyz',
    isPublic: true,
    handle: async () => {
      const isReady = await Promise.resolve()
        .then(ready)
        .catch(() => false);
      return isReady ? ok({ status: 'ready' }) : ok({ status: 'not-ready' }, 503);
    },
  },
];
