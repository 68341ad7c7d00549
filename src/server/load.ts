import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file as it is served: read once, with a tag of its content and a smaller form. */
export interface Asset {
  readonly bytes: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
}

const compress = promisify(gzip);
const here = (name: string): string => fileURLToPath(new URL(`../web/${name}`, import.meta.url));

/** Web Chat's browser bundle; the package names only its module, which lies beside it. */
const webChat = (): string => fileURLToPath(new URL('webchat.js', import.meta.resolve('botframework-webchat')));

const load = async (file: string): Promise<Asset> => {
  const bytes = await readFile(file);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  return { bytes, zipped: await compress(bytes), etag };
};

/** A file of the page, read and compressed the first time it is asked for; a failed read is tried again. */
export const lazyAsset = (name: string): (() => Promise<Asset>) => {
  let asset: Promise<Asset> | null = null;
  return () =>
    (asset ??= load(name === 'webchat.js' ? webChat() : here(name)).catch((error: unknown) => {
      asset = null;
      throw error;
    }));
};
