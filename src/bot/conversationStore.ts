import type { Storage, StoreItem } from 'botbuilder';
import { GuideError, StaleWriteError, StorageError } from '../errors.ts';
import { freshState, mostHandled, readBeside, readState, type Beside, type ConversationState } from './state.ts';

/** What is known of a conversation: its state as it was read, or a fresh one when the store could not be asked. */
export interface Remembered {
  readonly state: ConversationState;
  readonly beside: Beside;
  /** Why the store could not be asked, when it could not. */
  readonly down?: string;
  /** Saves what has changed, if anything has, and with it the delivery that changed it. */
  readonly save: (delivery?: string) => Promise<Saved>;
}

/** How a save went. `stale`: someone else saved first. A code: the store is down, and why. */
export type Saved = 'saved' | 'stale' | { readonly down: string };

/** What one key holds, as it was read. */
interface Kept<T> {
  readonly key: string;
  readonly eTag: string | undefined;
  readonly value: T;
  readonly before: string;
}
type Stored = StoreItem & { readonly eTag?: string };

const codeOf = (error: unknown): string => (error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED');

/** How long a turn waits for the store: a reply is due within two seconds, whatever the store does. */
export const storePatienceMs = 1_700;

/** Both keys that a conversation is kept under: its state, and what is kept beside it. */
export const keysOf = (key: string): readonly [state: string, beside: string] => [key, `beside:${key}`];

const keptUnder = <T>(
  key: string,
  items: Readonly<Record<string, Stored | undefined>>,
  read: (stored: unknown) => T,
): Kept<T> => {
  const { eTag, ...stored } = items[key] ?? {};
  const value = read(stored);
  return { key, eTag, value, before: JSON.stringify(value) };
};

const hasChanged = ({ value, before }: Kept<object>): boolean => JSON.stringify(value) !== before;

const itemsOf = (kept: readonly Kept<object>[]): Record<string, object> =>
  Object.fromEntries(
    kept.filter(hasChanged).map(({ key, eTag, value }) => [key, { ...value, ...(eTag === undefined ? {} : { eTag }) }]),
  );

/**
 * One turn's way to the store. It waits for the store no longer than its patience in all, because a user who gets no
 * reply is worse off than one who is told that nothing is remembered.
 */
export class ConversationStore {
  readonly #storage: Storage;
  readonly #key: string;
  readonly #late: Promise<never>;
  readonly #timer: NodeJS.Timeout;

  constructor(storage: Storage, key: string, patienceMs: number) {
    this.#storage = storage;
    this.#key = key;
    const { promise, reject } = Promise.withResolvers<never>();
    this.#late = promise;
    this.#late.catch(() => undefined);
    this.#timer = setTimeout(() => {
      reject(
        new StorageError(
          'The store has not answered.',
          `It was given ${String(patienceMs)} ms.`,
          'Check the database named in DATABASE_URL or DATA_DIR.',
        ),
      );
    }, patienceMs);
  }

  async read(): Promise<Remembered> {
    const keys = keysOf(this.#key);
    try {
      const items = (await this.#within(() => this.#storage.read([...keys]))) as Record<string, Stored | undefined>;
      const state = keptUnder(keys[0], items, (stored) => readState(stored) ?? freshState());
      const beside = keptUnder(keys[1], items, readBeside);
      return { state: state.value, beside: beside.value, save: (delivery) => this.#save(state, beside, delivery) };
    } catch (error) {
      const down = codeOf(error);
      return { state: freshState(), beside: readBeside(undefined), down, save: () => Promise.resolve({ down }) };
    }
  }

  /** Deletes all that is kept of the conversation. */
  async forget(): Promise<Saved> {
    try {
      await this.#within(() => this.#storage.delete([...keysOf(this.#key)]));
      return 'saved';
    } catch (error) {
      return { down: codeOf(error) };
    }
  }

  /** Lets go of the clock. */
  close(): void {
    clearTimeout(this.#timer);
  }

  async #save(state: Kept<ConversationState>, beside: Kept<Beside>, delivery: string | undefined): Promise<Saved> {
    if (!hasChanged(state) && !hasChanged(beside)) return 'saved';
    if (delivery !== undefined) beside.value.handled = [...beside.value.handled, delivery].slice(-mostHandled);
    try {
      await this.#within(() => this.#storage.write(itemsOf([state, beside])));
      return 'saved';
    } catch (error) {
      return error instanceof StaleWriteError ? 'stale' : { down: codeOf(error) };
    }
  }

  #within<T>(work: () => Promise<T>): Promise<T> {
    return Promise.race([Promise.resolve().then(work), this.#late]);
  }
}
