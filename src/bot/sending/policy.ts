/** What a channel's service said to one request; without a status nothing was heard. */
export interface Answer {
  readonly status?: number | undefined;
  readonly retryAfter?: string | undefined;
  /** The system's code for why nothing was heard. */
  readonly code?: string | undefined;
}

/**
 * What became of something sent. `busy`: not taken now. `unreached`: it never left. `gone`: no one to send to. `refused`: it
 * can never be sent like this. `unknown`: it may have arrived, so it is never sent again.
 */
export type Fate = 'delivered' | 'busy' | 'unreached' | 'gone' | 'refused' | 'unknown';

/** A connection that never came about carried nothing. */
const neverLeft: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** The fate that an answer tells of (teams.md, section 4). */
export const fateOf = ({ status, code }: Answer): Fate => {
  if (status === undefined) return code !== undefined && neverLeft.includes(code) ? 'unreached' : 'unknown';
  if (status < 400) return 'delivered';
  if (status === 412 || status === 429) return 'busy';
  if (status === 401 || status === 403 || status === 404) return 'gone';
  return status === 408 || status >= 500 ? 'unknown' : 'refused';
};

/** Requests in all, for one thing to send. */
const mostAttempts = 4;
/** Waiting in all; after 15 seconds Teams sends the user's own message again. */
const mostWaitingMs = 10_000;
const firstWaitMs = 500;
/** Spread after a time that the service named, so that not all come back at once. */
const spreadMs = 250;

/** Milliseconds that a Retry-After header asks for, in either of its forms; undefined when it cannot be read. */
const askedFor = (retryAfter: string | undefined, now: Date): number | undefined => {
  if (retryAfter === undefined) return undefined;
  const said = retryAfter.trim();
  if (/^\d+$/u.test(said)) return Number(said) * 1000;
  const until = Date.parse(said);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
};

/** What has been tried so far. */
export interface Tries {
  /** Requests so far. */
  readonly attempts: number;
  readonly waitedMs: number;
}

/**
 * How long to wait before the same thing is sent once more; undefined when it is not. Never sooner than the service asked,
 * and only what has certainly not arrived. `chance` gives a number from 0 up to 1.
 */
export const waitBefore = (
  answer: Answer,
  { attempts, waitedMs }: Tries,
  chance: () => number,
  now: Date,
): number | undefined => {
  const fate = fateOf(answer);
  if ((fate !== 'busy' && fate !== 'unreached') || attempts >= mostAttempts) return undefined;
  const asked = fate === 'busy' ? askedFor(answer.retryAfter, now) : undefined;
  const full = firstWaitMs * 2 ** (attempts - 1);
  const wait = Math.ceil(asked === undefined ? full / 2 + (full / 2) * chance() : asked + spreadMs * chance());
  return waitedMs + wait > mostWaitingMs ? undefined : wait;
};
