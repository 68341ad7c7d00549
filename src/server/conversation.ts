import type { Reply } from './reply.ts';
import type { WireActivity } from './options.ts';

/** A client's activity under its own id for it, so that sending it twice is one turn. */
export interface Post {
  readonly activity: WireActivity;
  reply: Promise<Reply> | null;
}

interface Entry {
  readonly position: number;
  readonly id: string | undefined;
  readonly timestamp: unknown;
  readonly json: string;
}

type Listener = (frame: string | null) => void;

const MAX_CHARACTERS = 512 * 1024;
const MAX_POSTS = 50;

/**
 * What one conversation shows, in memory and bounded: the oldest activities fall away. A watermark belongs to this very
 * object, so one from before a restart means "from the start" and hides nothing.
 */
export class Conversation {
  readonly id: string;
  readonly posts = new Map<string, Post>();
  readonly #epoch: string;
  readonly #limit: number;
  readonly #listeners = new Set<Listener>();
  #entries: Entry[] = [];
  #characters = 0;
  #position = 0;

  constructor(id: string, epoch: string, limit: number) {
    this.id = id;
    this.#epoch = epoch;
    this.#limit = limit;
  }

  get isIdle(): boolean {
    return this.#listeners.size === 0;
  }

  /** Keeps the activity and hands it to all who listen; one with a known id replaces the former, in its former place in time. */
  record(activity: WireActivity): void {
    const former = this.#entries.find((entry) => entry.id !== undefined && entry.id === activity.id);
    const { timestamp } = former ?? activity;
    const json = JSON.stringify({ ...activity, timestamp });
    if (former !== undefined) this.#drop(this.#entries.indexOf(former));
    this.#position++;
    this.#entries.push({ position: this.#position, id: activity.id, timestamp, json });
    this.#characters += json.length;
    while (this.#entries.length > 1 && (this.#entries.length > this.#limit || this.#characters > MAX_CHARACTERS))
      this.#drop(0);
    this.#tell(this.#frame([json]));
  }

  /** Takes an activity out of what is kept and tells those who listen. */
  remove(activity: WireActivity): void {
    const at = this.#entries.findIndex((entry) => entry.id === activity.id);
    if (at >= 0) this.#drop(at);
    this.#tell(this.#frame([JSON.stringify(activity)]));
  }

  /** Lets go of all that was said so far, also of what could be sent again. Those who listen keep what they have. */
  forget(): void {
    this.#entries = [];
    this.#characters = 0;
    this.posts.clear();
  }

  /** Hands on what passes and is not kept, such as typing. */
  pass(activity: WireActivity): void {
    this.#tell(this.#frame([JSON.stringify(activity)]));
  }

  /** All that came after the watermark, as the JSON that Direct Line sends. */
  since(watermark: string | null): string {
    const [position, epoch] = watermark?.split('.') ?? [];
    const seen = epoch === this.#epoch ? Number(position) : 0;
    return this.#frame(this.#entries.filter((entry) => entry.position > seen).map((entry) => entry.json));
  }

  /** Calls back with every frame from now on, and once with null when the conversation is forgotten. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Remembers a post under the client's own id. */
  addPost(clientId: string, post: Post): void {
    this.posts.set(clientId, post);
    const [oldest] = this.posts.keys();
    if (this.posts.size > MAX_POSTS && oldest !== undefined) this.posts.delete(oldest);
  }

  close(): void {
    this.#tell(null);
  }

  #drop(at: number): void {
    const [dropped] = this.#entries.splice(at, 1);
    this.#characters -= dropped?.json.length ?? 0;
  }

  #frame(activities: readonly string[]): string {
    return `{"activities":[${activities.join(',')}],"watermark":"${String(this.#position)}.${this.#epoch}"}`;
  }

  #tell(frame: string | null): void {
    for (const listener of [...this.#listeners]) listener(frame);
  }
}
