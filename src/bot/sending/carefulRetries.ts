import { waitBefore, type Answer } from './policy.ts';

/** Time and chance for sending, from outside. */
export interface SendingParts {
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly chance: () => number;
  readonly now: () => Date;
}

/** The part of the SDK's HTTP request that is used here. */
export interface Request {
  readonly method: string;
  readonly body?: unknown;
  timeout: number;
  readonly headers: { set(name: string, value: string): void };
}
export interface Response {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
}
/** A step on the way of a request, as the SDK's HTTP pipeline takes it. */
export interface Policy {
  readonly name: string;
  readonly sendRequest: (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;
}

const messageTimeoutMs = 5_000;
/** What comes beside the message must not hold it back. */
const besideTimeoutMs = 2_000;

const isTyping = ({ body }: Request): boolean => {
  if (typeof body !== 'string' || body.length > 4_000) return false;
  try {
    return (JSON.parse(body) as { type?: unknown } | null)?.type === 'typing';
  } catch {
    return false;
  }
};

const codeOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
};

/**
 * Sends a request again only while it has certainly not arrived. A typing indicator is sent once. Waits for no answer
 * longer than a turn can bear, and uses no connection twice: one that was idle may be closed under a message, and then no
 * one knows whether it arrived.
 */
export const carefulRetries = ({ sleep, chance, now }: SendingParts): Policy => ({
  name: 'carefulRetries',
  sendRequest: async (request, next) => {
    const once = isTyping(request);
    request.timeout = once || request.method === 'PUT' ? besideTimeoutMs : messageTimeoutMs;
    request.headers.set('Connection', 'close');
    let waitedMs = 0;
    for (let attempts = 1; ; attempts++) {
      const sent = await next(request).then(
        (response) => ({ response }),
        (error: unknown) => ({ error }),
      );
      const answer: Answer =
        'response' in sent
          ? { status: sent.response.status, retryAfter: sent.response.headers.get('retry-after') }
          : { code: codeOf(sent.error) };
      const wait = once ? undefined : waitBefore(answer, { attempts, waitedMs }, chance, now());
      if (wait === undefined) {
        if ('response' in sent) return sent.response;
        throw sent.error;
      }
      await sleep(wait);
      waitedMs += wait;
    }
  },
});
