import type { Storage } from 'botbuilder';

/**
 * What every storage of this room keeps to, on top of botbuilder's three methods.
 *
 * - An item written with eTag `*` replaces whatever is there.
 * - An item with no eTag (missing, null or empty) is a new one: it is written only if nothing stands under its key.
 * - An item with any other eTag is written only over the very value that carried that eTag.
 * - Otherwise the whole write fails with StaleWriteError, and no key of it has changed.
 * - A write that resolved is on disk, and each item passed to it then carries its new eTag, ready for the next write.
 * - Any other trouble is a StorageError with its cause, and quotes neither a key nor a stored value.
 */
export interface StateStorage extends Storage {
  /** Deletes for good all that was last written before a moment, and tells how many items that were. */
  forgetBefore(moment: Date): Promise<number>;
  /** Resolves when state can be reached, for readiness; rejects with StorageError when it cannot. */
  ping(): Promise<void>;
  /** Lets go of the database; may be called twice. Everything but `close` fails afterwards. */
  close(): Promise<void>;
}

/** Says whether a write loses: `stored` is the eTag under the key, if any, and `offered` is what the item carries. */
export const isStale = (stored: string | undefined, offered: unknown): boolean => {
  if (offered === '*') return false;
  const expected = offered === null || offered === '' ? undefined : offered;
  return expected !== stored;
};
