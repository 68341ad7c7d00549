/**
 * Talks Direct Line for Web Chat. It stands in for botframework-directlinejs, which says nothing when its socket is lost,
 * waits up to half a minute before it tries again, and gives up on what is sent meanwhile. This one tells at once, tries
 * again every second or two for as long as it takes, and holds back what is sent until it arrives.
 */

/** @typedef {import('./session.js').Place} Place */
/** @typedef {{ type: string, id?: string, replyToId?: string, [key: string]: unknown }} Activity */
/** @typedef {'online' | 'lost' | 'gone'} Status */

const ONLINE = 2;
const RETRY_MS = [500, 1000, 1500, 2000];
const SILENCE_MS = 50_000;
const REQUEST_MS = 20_000;
const REFRESH_MS = 60 * 60 * 1000;
const POLL_MS = 1500;
const DEAF_AFTER = 2;

/** Tells its observers what comes, and each new one the last `kept` values first: Web Chat subscribes more than once. */
const subject = (kept) => {
  const observers = new Set();
  let held = [];
  return {
    next: (value) => {
      held = [...held, value].slice(-kept);
      for (const observer of [...observers]) observer(value);
    },
    subscribe: (target) => {
      const observer = typeof target === 'function' ? target : (value) => target.next?.(value);
      observers.add(observer);
      held.forEach(observer);
      return { unsubscribe: () => observers.delete(observer) };
    },
  };
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Refused extends Error {
  constructor(status) {
    super(`Direct Line answered ${status}.`);
    this.isFinal = status === 401 || status === 403 || status === 404;
    this.isOurFault = status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}

/**
 * @param {{ base: string, place: Place | null, onPlace: (place: Place) => void, onStatus: (status: Status) => void }} options
 * @returns the chat adapter that Web Chat takes as `directLine`, with `whenOnline`: how much was shown before
 */
export const connect = ({ base, place, onPlace, onStatus }) => {
  const activity$ = subject(Infinity);
  const connectionStatus$ = subject(1);
  const ended = new AbortController();
  let here = place;
  let watermark = '';
  let failures = 0;
  let unheard = 0;
  let wake = () => {};
  let announce;
  const whenOnline = new Promise((resolve) => (announce = resolve));

  const ask = async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        ...(here && { Authorization: `Bearer ${here.token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([ended.signal, AbortSignal.timeout(REQUEST_MS)]),
    });
    if (!response.ok) throw new Refused(response.status);
    return response.json();
  };

  const keep = ({ conversationId, token }) => {
    here = { conversationId, token };
    onPlace(here);
  };

  const enter = async () => {
    const known = here && `/conversations/${here.conversationId}?watermark=${encodeURIComponent(watermark)}`;
    const entered = await (known ? ask('GET', known) : ask('POST', '/conversations'));
    keep(entered);
    return entered.streamUrl;
  };

  const take = (frame) => {
    watermark = frame.watermark ?? watermark;
    // Web Chat holds an answer back for five seconds when what it answers is not on the page, as after a reload.
    for (const activity of frame.activities) activity$.next({ ...activity, replyToId: undefined });
    announce(frame.activities.length);
    failures = 0;
    connectionStatus$.next(ONLINE);
    onStatus('online');
  };

  /** Resolves when the stream is over, whoever ended it. */
  const follow = (url) =>
    new Promise((resolve) => {
      unheard++;
      const socket = new window.WebSocket(url);
      let silence;
      const over = () => {
        clearTimeout(silence);
        ended.signal.removeEventListener('abort', over);
        socket.close();
        resolve();
      };
      const listen = () => {
        clearTimeout(silence);
        silence = setTimeout(over, SILENCE_MS);
      };
      socket.onmessage = ({ data }) => {
        listen();
        unheard = 0;
        if (data !== '') take(JSON.parse(data));
      };
      socket.onclose = over;
      ended.signal.addEventListener('abort', over);
      listen();
    });

  /** Where something on the way swallows WebSockets, asking every now and then works as well. */
  const poll = async () => {
    for (; !ended.signal.aborted; await pause(POLL_MS)) {
      take(await ask('GET', `/conversations/${here.conversationId}/activities?watermark=${watermark}`));
    }
  };

  const run = async () => {
    while (!ended.signal.aborted) {
      try {
        const stream = await enter();
        await (unheard < DEAF_AFTER ? follow(stream) : poll());
      } catch (error) {
        if (error instanceof Refused && error.isFinal) {
          const isStale = here !== null && watermark === '';
          here = null;
          // A place remembered from long ago: nothing of it is on the page, so a new one is begun without a word.
          if (isStale) continue;
          return onStatus('gone');
        }
      }
      if (ended.signal.aborted) return;
      failures++;
      onStatus('lost');
      await Promise.race([
        pause(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1]),
        new Promise((resolve) => (wake = resolve)),
      ]);
    }
  };

  const post = async (activity) => {
    await whenOnline;
    for (let attempt = 0; ; attempt++) {
      try {
        return (await ask('POST', `/conversations/${here?.conversationId}/activities`, activity)).id;
      } catch (error) {
        if (ended.signal.aborted || (error instanceof Refused && (error.isOurFault || attempt > 1))) throw error;
        await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
      }
    }
  };

  const refresh = setInterval(() => ask('POST', '/tokens/refresh').then(keep, () => {}), REFRESH_MS);
  window.addEventListener('online', () => wake());
  connectionStatus$.next(1);
  void run();

  return {
    activity$,
    connectionStatus$,
    whenOnline,
    postActivity: (activity) => ({
      subscribe: (observer) => {
        post(activity).then(
          (id) => {
            observer.next?.(id);
            observer.complete?.();
          },
          (error) => observer.error?.(error),
        );
        return { unsubscribe: () => {} };
      },
    }),
    end: () => {
      clearInterval(refresh);
      ended.abort();
    },
  };
};
