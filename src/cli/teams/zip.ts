import { crc32 } from 'node:zlib';

/** A file at the root of an archive. */
export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

const version = 20;
const namesAreUtf8 = 0x0800;
const stored = 0;
const midnight = 0;
/** 1 January 1980, the first day that the format knows: the real one would make every archive another. */
const firstDay = 0x0021;

/** What the header before a file and its line in the directory share. */
const fields = ({ name, bytes }: Entry): Buffer => {
  const header = Buffer.alloc(26);
  const values = [version, namesAreUtf8, stored, midnight, firstDay];
  for (const [index, value] of values.entries()) header.writeUInt16LE(value, index * 2);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(bytes.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
};

const localHeader = (entry: Entry): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04'), fields(entry), Buffer.from(entry.name)]);

const directoryLine = (entry: Entry, offset: number): Buffer => {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([version, 0]);
  return Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, fields(entry), rest, Buffer.from(entry.name)]);
};

/**
 * A ZIP archive of the files, in order of their names. The same files give the same bytes on any machine: nothing is
 * compressed, since compressors differ, and no time or owner is written.
 */
export const zip = (files: readonly Entry[]): Buffer => {
  const entries = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const body = Buffer.concat([localHeader(entry), entry.bytes]);
    directory.push(directoryLine(entry, offset));
    bodies.push(body);
    offset += body.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(lines.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, lines, Buffer.from('PK\x05\x06'), end]);
};
