import { crc32, inflateSync } from 'node:zlib';

/** The files of an archive that is not compressed, by name in the order they stand; each is held against its checksum. */
export const unzip = (archive: Buffer): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const size = archive.readUInt32LE(at + 18);
    const [nameLength, extraLength] = [archive.readUInt16LE(at + 26), archive.readUInt16LE(at + 28)];
    const begin = at + 30 + nameLength + extraLength;
    const bytes = archive.subarray(begin, begin + size);
    if (crc32(bytes) !== archive.readUInt32LE(at + 14)) throw new Error('The checksum of a file is wrong.');
    files.set(archive.toString('utf8', at + 30, at + 30 + nameLength), bytes);
    at = begin + size;
  }
  return files;
};

/** A PNG file of eight bits a channel with opacity, as points of red, green, blue and opacity. */
export const readPng = (file: Buffer): { readonly width: number; readonly height: number; readonly points: Buffer } => {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const body = file.subarray(at + 4, at + 8 + file.readUInt32BE(at));
    if (crc32(body) !== file.readUInt32BE(at + 4 + body.length)) throw new Error('The checksum of a chunk is wrong.');
    if (body.toString('latin1', 0, 4) === 'IDAT') parts.push(body.subarray(4));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const length = width * 4 + 1;
  const points = Array.from({ length: height }, (_, row) => {
    if (rows[row * length] !== 0) throw new Error('Only rows without a filter are read.');
    return rows.subarray(row * length + 1, (row + 1) * length);
  });
  return { width, height, points: Buffer.concat(points) };
};
