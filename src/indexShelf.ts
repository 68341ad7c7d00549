import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { IndexShelf, KeptIndex } from './answers/index.ts';

/** A file of the shelf's, or what is left of one where a process ended while it wrote. */
const ours = /^index-[0-9a-f]{32}\.bin(?:\.\d+)?$/u;
/** The sum of what follows, at the beginning of the file. */
const sumLength = 4;

/** A digest of the code that builds an index, of what it uses, and of the runtime that can read the file. */
const codeDigest = (): string => {
  const hash = createHash('sha256').update(process.version);
  hash.update(readFileSync(join(import.meta.dirname, '..', 'package.json')));
  const room = join(import.meta.dirname, 'language');
  for (const file of readdirSync(room, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.ts')) hash.update(readFileSync(join(room, file)));
  return hash.digest('hex');
};

/** What a file holds; undefined when it is not whole. */
const read = (file: string): KeptIndex | undefined => {
  const bytes = readFileSync(file);
  const kept = bytes.subarray(sumLength);
  return bytes.length > sumLength && bytes.readUInt32LE() === crc32(kept)
    ? (deserialize(kept) as KeptIndex)
    : undefined;
};

/** Writes beside, then moves: who reads never sees half a file. Others of its kind are of no use any more. */
const write = (folder: string, file: string, index: KeptIndex): void => {
  const kept = serialize(index);
  const sum = Buffer.alloc(sumLength);
  sum.writeUInt32LE(crc32(kept));
  const beside = join(folder, `${file}.${String(process.pid)}`);
  try {
    writeFileSync(beside, Buffer.concat([sum, kept]), { mode: 0o600 });
    renameSync(beside, join(folder, file));
  } finally {
    rmSync(beside, { force: true });
  }
  for (const other of readdirSync(folder))
    if (ours.test(other) && other !== file) rmSync(join(folder, other), { force: true });
};

/**
 * Keeps the search's index in a folder between starts, under a digest of all that it was built from: of other texts or
 * other code it is never taken. Makes no folder. Never throws: what cannot be read is built anew, and what cannot be
 * written is not kept.
 */
export const shelfIn = (folder: string): IndexShelf => {
  let code: string | undefined;
  const fileFor = (texts: string): string => {
    code ??= codeDigest();
    return `index-${createHash('sha256').update(code).update(texts).digest('hex').slice(0, 32)}.bin`;
  };
  return {
    take: (texts) => {
      try {
        const file = join(folder, fileFor(texts));
        return existsSync(file) ? read(file) : undefined;
      } catch {
        return undefined;
      }
    },
    put: (texts, index) => {
      try {
        if (existsSync(folder)) write(folder, fileFor(texts), index);
      } catch {
        // A full or read-only disk costs the next start some tenths of a second, and nothing else.
      }
    },
  };
};
