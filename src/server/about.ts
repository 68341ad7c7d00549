import { lazyAsset } from './load.ts';
import type { Route } from './routes.ts';

/** The page that Teams links to from the app: what the guide is, privacy and terms. It is served with and without web chat. */
export const aboutRoutes = (): readonly Route[] => {
  const page = lazyAsset('om.html');
  return [
    {
      method: 'GET',
      path: '/om',
      handle: async () => ({ status: 200, type: 'text/html; charset=utf-8', body: (await page()).bytes }),
    },
  ];
};
