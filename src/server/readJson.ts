import type { IncomingMessage } from 'node:http';
import type { Limits } from './options.ts';
import { refusal, type Reply } from './reply.ts';

/** Either what the body said or the refusal to send instead. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reply: Reply };

type BodyLimits = Pick<Limits, 'bodyBytes' | 'bodyMs' | 'jsonDepth'>;

const no = (
  status: number,
  code: string,
  message: string,
  headers?: Reply['headers'],
): { ok: false; reply: Reply } => ({
  ok: false,
  reply: refusal(status, code, message, headers),
});
const tooLarge = (limits: BodyLimits): { ok: false; reply: Reply } =>
  no(413, 'too-large', `The body is larger than ${String(limits.bodyBytes / 1024)} KB.`);

/** Throws away what still comes, so that the client gets to read the refusal; hangs up on one that never stops. */
const discard = (request: IncomingMessage, patienceMs: number): void => {
  const timer = setTimeout(() => request.socket.destroy(), patienceMs);
  request.once('close', () => {
    clearTimeout(timer);
  });
  request.resume();
};

const readBytes = (request: IncomingMessage, limits: BodyLimits): Promise<Reading<Buffer>> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (reading: Reading<Buffer>): void => {
      clearTimeout(timer);
      request.off('data', onData);
      resolve(reading);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limits.bodyBytes) return;
      settle(tooLarge(limits));
      discard(request, limits.bodyMs);
    };
    const timer = setTimeout(() => {
      settle(no(408, 'too-slow', 'The body took too long to arrive.', { Connection: 'close' }));
    }, limits.bodyMs);
    request.on('data', onData);
    request.once('end', () => {
      settle({ ok: true, value: Buffer.concat(chunks) });
    });
    request.once('close', () => {
      settle(no(400, 'cut-off', 'The body was cut off.'));
    });
  });

/** Nesting is measured before parsing: JSON.parse survives any depth, but whoever walks the value later does not. */
const isDeeperThan = (text: string, limit: number): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '{' || sign === '[')) depth++;
    else if (!quoted && (sign === '}' || sign === ']')) depth--;
    if (depth > limit) return true;
  }
  return false;
};

const parse = (bytes: Buffer, limits: BodyLimits): Reading<unknown> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return no(400, 'empty', 'The body is empty.');
    if (isDeeperThan(text, limits.jsonDepth)) return no(400, 'too-deep', 'The body is nested too deeply.');
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return no(400, 'not-json', 'The body is not JSON in UTF-8.');
  }
};

const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** Reads a JSON body, never more of it than allowed and never for longer; whatever is wrong with it comes back as a refusal. */
export const readJson = async (request: IncomingMessage, limits: BodyLimits): Promise<Reading<unknown>> => {
  if (!hasBody(request)) return no(400, 'empty', 'The body is empty.');
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu.test(type) || encoding !== 'identity') {
    return no(415, 'not-json', 'Send application/json in UTF-8, not compressed.');
  }
  if (Number(request.headers['content-length'] ?? 0) > limits.bodyBytes) {
    discard(request, limits.bodyMs);
    return tooLarge(limits);
  }
  const reading = await readBytes(request, limits);
  return reading.ok ? parse(reading.value, limits) : reading;
};
