import { pageHeaders } from './headers.ts';
import { lazyAsset } from './load.ts';
import type { Reply } from './reply.ts';
import type { Call, Route } from './routes.ts';

const assets = {
  'cards.js': 'text/javascript; charset=utf-8',
  'chat.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'connection.js': 'text/javascript; charset=utf-8',
  'danish.js': 'text/javascript; charset=utf-8',
  'hostConfig.js': 'text/javascript; charset=utf-8',
  'keyboard.js': 'text/javascript; charset=utf-8',
  'session.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'webchat.js': 'text/javascript; charset=utf-8',
};

const assetRoute = (name: string, type: string): Route => {
  const asset = lazyAsset(name);
  const handle = async ({ request: { headers } }: Call): Promise<Reply> => {
    const { bytes, zipped, etag } = await asset();
    const caching = { 'Cache-Control': 'no-cache', ETag: etag, Vary: 'Accept-Encoding' };
    if (headers['if-none-match'] === etag) return { status: 304, type, body: '', headers: caching };
    return /\bgzip\b/u.test(headers['accept-encoding'] ?? '')
      ? { status: 200, type, body: zipped, headers: { ...caching, 'Content-Encoding': 'gzip' } }
      : { status: 200, type, body: bytes, headers: caching };
  };
  return { method: 'GET', path: `/assets/${name}`, handle };
};

/** The chat page and all that it loads, from this server alone. */
export const pageRoutes = (randomId: () => string): readonly Route[] => {
  const page = lazyAsset('index.html');
  const handle = async ({ request }: Call): Promise<Reply> => {
    const nonce = randomId();
    const body = (await page()).bytes.toString('utf8').replaceAll('{nonce}', nonce);
    return {
      status: 200,
      type: 'text/html; charset=utf-8',
      body,
      headers: pageHeaders(request.headers.host ?? '', nonce),
    };
  };
  return [
    { method: 'GET', path: '/', handle },
    ...Object.entries(assets).map(([name, type]) => assetRoute(name, type)),
  ];
};
