import type { Response } from 'restify';

/** An answer as a value: handlers return it, and one function writes it. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const json = 'application/json; charset=utf-8';

/** JSON that is already a string, such as stored activities. */
export const rawJson = (status: number, body: string): Reply => ({ status, type: json, body });

/** A value as JSON. */
export const ok = (value: object, status = 200): Reply => rawJson(status, JSON.stringify(value));

/** A refusal in the one form that all errors have. The message is a fixed sentence: it never repeats what was sent. */
export const refusal = (status: number, code: string, message: string, headers: Reply['headers'] = {}): Reply => ({
  ...ok({ error: { code, message } }, status),
  headers,
});

/** What is said when something broke on our side; the cause goes to the log only. */
export const broken = (): Reply => refusal(500, 'internal', 'Something went wrong here. Try again in a moment.');

/** Writes the reply, unless something has been written already. */
export const send = (response: Response, reply: Reply): void => {
  if (response.headersSent) return;
  // The body goes around restify's formatters: they would negotiate the type and wrap errors in their own form.
  response.sendRaw(reply.status, reply.body, {
    'Cache-Control': 'no-store',
    ...(reply.status === 304 ? {} : { 'Content-Length': String(Buffer.byteLength(reply.body)) }),
    ...reply.headers,
    'Content-Type': reply.type,
  });
};

/** The same for a bare socket that asked for an upgrade. */
export const sendHead = (reply: Reply): string =>
  `HTTP/1.1 ${String(reply.status)} Refused\r\nConnection: close\r\nContent-Type: ${reply.type}\r\n` +
  `Content-Length: ${String(Buffer.byteLength(reply.body))}\r\n\r\n${reply.body.toString()}`;
