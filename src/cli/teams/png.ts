import { crc32, deflateSync } from 'node:zlib';

/** A square picture: red, green, blue and opacity of each point, from 0 to 255, row by row. */
export interface Picture {
  readonly size: number;
  readonly points: Uint8Array;
}

/** What a PNG file says of itself before its first point. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** True when points have an opacity of their own. */
  readonly hasAlpha: boolean;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitsPerChannel = 8;
const colourWithAlpha = 6;
const greyWithAlpha = 4;

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** The picture as a PNG file. */
export const writePng = ({ size, points }: Picture): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([bitsPerChannel, colourWithAlpha], 8);
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Buffer.alloc(1), points.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
};

/** What a file says of itself, or undefined when it is no PNG. */
export const readPngHeader = (bytes: Buffer): PngHeader | undefined => {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(signature)) return undefined;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const kind = bytes.readUInt8(25);
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    hasAlpha: kind === colourWithAlpha || kind === greyWithAlpha,
  };
};
