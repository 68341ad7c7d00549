import { createHmac, timingSafeEqual } from 'node:crypto';
import { ConfigError } from '../errors.ts';

/** Mints and reads the tokens that open one conversation each. */
export interface Tokens {
  readonly lifetimeSeconds: number;
  mint(conversationId: string): string;
  /** The conversation that a token opens, or null when it is forged or has run out. */
  read(token: string): string | null;
}

/**
 * Tokens that carry conversation and expiry, signed and not stored: the same secret reads them after a restart, and a
 * token never opens any other conversation than its own.
 */
export const signedTokens = (secret: string, lifetimeMs: number, now: () => Date): Tokens => {
  if (secret.length < 16) {
    throw new ConfigError(
      'The secret for Direct Line tokens is shorter than 16 characters.',
      'Tokens could be forged, and a conversation read by others.',
      'Give createServer a random tokenSecret.',
    );
  }
  const sign = (text: string): Buffer => createHmac('sha256', secret).update(`directline-token:${text}`).digest();
  return {
    lifetimeSeconds: Math.floor(lifetimeMs / 1000),
    mint: (conversationId) => {
      const text = `${conversationId}.${(now().getTime() + lifetimeMs).toString(36)}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read: (token) => {
      const [, text, conversationId, expiry, signature] =
        /^(([\w-]{1,64})\.([0-9a-z]{1,12}))\.([\w-]{43})$/u.exec(token) ?? [];
      if (text === undefined || conversationId === undefined || expiry === undefined || signature === undefined)
        return null;
      const isGenuine = timingSafeEqual(sign(text), Buffer.from(signature, 'base64url'));
      return isGenuine && Number.parseInt(expiry, 36) > now().getTime() ? conversationId : null;
    },
  };
};
