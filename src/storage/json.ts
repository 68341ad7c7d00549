import { StorageError } from '../errors.ts';

/** One item ready to be stored: its JSON without the eTag, and the eTag that it carried. */
export interface Row {
  readonly key: string;
  readonly json: string;
  readonly offered: unknown;
}

const unfit = (what: string, cause?: unknown): StorageError =>
  new StorageError(
    what,
    'It would not be read back as it was written.',
    'Keep plain objects in state, under keys of ordinary text.',
    { cause },
  );

/** Turns an item into a row, or refuses what would not come back: not an object, a cycle, a bigint, half a character. */
export const toRow = (key: string, item: unknown): Row => {
  // SQLite stores UTF-8, where every lone surrogate becomes the same replacement character: two keys would be one.
  if (!key.isWellFormed()) throw unfit('A key is not well-formed Unicode.');
  if (typeof item !== 'object' || item === null || Array.isArray(item)) throw unfit('An item is not a plain object.');
  const { eTag, ...value }: { eTag?: unknown } = item;
  try {
    return { key, json: JSON.stringify(value), offered: eTag };
  } catch (cause) {
    throw unfit('An item cannot be written as JSON.', cause);
  }
};

/** Gives back the item that a row was made of, with the eTag it is stored under. */
export const toItem = (json: unknown, eTag: unknown): object => {
  try {
    return { ...(JSON.parse(String(json)) as object), eTag };
  } catch {
    // No cause here: the parser's message quotes the text it stumbled on.
    throw new StorageError(
      'A stored item is not JSON.',
      'Something else has written to the database, or the file is damaged.',
      'Run PRAGMA integrity_check on it and restore the latest backup if that fails.',
    );
  }
};
