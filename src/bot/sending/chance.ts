import { createHash } from 'node:crypto';

/** A number from 0 up to 1, drawn from the same chance as ids are. */
export const chanceFrom =
  (randomId: () => string): (() => number) =>
  () =>
    createHash('sha256').update(randomId()).digest().readUInt32BE() / 2 ** 32;
