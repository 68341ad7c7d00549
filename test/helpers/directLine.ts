import { DirectLine, type Activity, type DirectLineOptions } from 'botframework-directlinejs';

/** The little of XMLHttpRequest that rxjs 5 asks for, on top of fetch: Node has none of its own. */
class FetchRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = 'json';
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  readonly #headers = new Headers();
  readonly #stop = new AbortController();
  #method = 'GET';
  #url = '';
  #answer: Headers | null = null;

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answer?.get(name) ?? null;
  }

  send(body?: string): void {
    void this.#run(body);
  }

  abort(): void {
    this.onreadystatechange = null;
    this.#stop.abort();
  }

  async #run(body?: string): Promise<void> {
    try {
      const answer = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        body: body ?? null,
        signal: this.#stop.signal,
      });
      this.#answer = answer.headers;
      this.response = await answer.json();
      this.status = answer.status;
    } catch {
      this.status = 0;
    }
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}

/** The third-party client, opened, with all that it has received. */
export interface OpenedClient {
  readonly client: DirectLine;
  readonly received: readonly Activity[];
  readonly texts: () => readonly string[];
  readonly post: (activity: Partial<Activity> & Record<string, unknown>) => Promise<string>;
  readonly end: () => void;
}

let open = 0;

/** Opens botframework-directlinejs as it is against `domain`; waits between retries are short, all else is its own. */
export const openDirectLine = (options: DirectLineOptions): OpenedClient => {
  // Only while a client is open: other libraries take a global XMLHttpRequest to mean that they run in a browser.
  open++;
  Object.assign(globalThis, { XMLHttpRequest: FetchRequest });
  const client = new DirectLine({ pollingInterval: 200, timeout: 300, random: () => -0.24, ...options });
  const received: Activity[] = [];
  const subscription = client.activity$.subscribe((activity) => received.push(activity));
  return {
    client,
    received,
    texts: () =>
      received.flatMap((activity) =>
        activity.type === 'message' && activity.text !== undefined ? [activity.text] : [],
      ),
    post: (activity) =>
      client.postActivity({ from: { id: 'user-1' }, ...activity } as Activity).toPromise() as Promise<string>,
    end: () => {
      subscription.unsubscribe();
      client.end();
      open--;
      if (open === 0) Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
    },
  };
};
