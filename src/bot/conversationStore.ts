import type { Storage, StoreItem } from 'botbuilder';
import { GuideError, StaleWriteError, StorageError } from '../errors.ts';
import { freshState, readState, type ConversationState } from './state.ts';

/** What is known of a conversation: its state as it was read, or a fresh one when the store could not be asked. */
export interface Remembered {
  readonly state: ConversationState;
  /** Saves the state if it has changed. */
  readonly save: () => Promise<Saved>;
}

/** How a save went. `stale`: someone else saved first. A code: the store is down, and why. */
export type Saved = 'saved' | 'stale' | { readonly down: string };

const codeOf = (error: unknown): string => (error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED');

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
    try {
      const items = await this.#within(() => this.#storage.read([this.#key]));
      const item = (items as Record<string, (StoreItem & { eTag?: string }) | undefined>)[this.#key];
      const { eTag, ...stored } = item ?? {};
      const state = readState(stored) ?? freshState();
      const before = JSON.stringify(state);
      return { state, save: () => this.#save(state, eTag, before) };
    } catch (error) {
      return { state: freshState(), save: () => Promise.resolve({ down: codeOf(error) }) };
    }
  }

  /** Lets go of the clock. */
  close(): void {
    clearTimeout(this.#timer);
  }

  async #save(state: ConversationState, eTag: string | undefined, before: string): Promise<Saved> {
    if (JSON.stringify(state) === before) return 'saved';
    try {
      const item = { ...state, ...(eTag === undefined ? {} : { eTag }) };
      await this.#within(() => this.#storage.write({ [this.#key]: item }));
      return 'saved';
    } catch (error) {
      return error instanceof StaleWriteError ? 'stale' : { down: codeOf(error) };
    }
  }

  #within<T>(work: () => Promise<T>): Promise<T> {
    return Promise.race([Promise.resolve().then(work), this.#late]);
  }
}
