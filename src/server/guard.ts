import type { IncomingMessage } from 'node:http';
import { refusal, type Reply } from './reply.ts';

/** True when only programs on this machine can reach the address. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu.test(host);

const localName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu;

const isSameOrigin = (origin: string, host: string): boolean =>
  URL.canParse(origin) && /^https?:$/u.test(new URL(origin).protocol) && new URL(origin).host === host.toLowerCase();

/**
 * Refuses a browser that was led here by another site: by a name that was made to point at this machine (DNS rebinding),
 * or by a page of another origin. Programs that send no Origin pass.
 */
export const refuseForeign = (request: IncomingMessage, boundToLoopback: boolean): Reply | null => {
  const { host = '', origin } = request.headers;
  if (boundToLoopback && !localName.test(host)) {
    return refusal(403, 'foreign-host', 'This address answers only as localhost or 127.0.0.1.');
  }
  if (origin !== undefined && !isSameOrigin(origin, host)) {
    return refusal(403, 'foreign-origin', 'Only pages from this address may ask.');
  }
  return null;
};
