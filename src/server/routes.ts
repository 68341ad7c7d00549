import type { IncomingMessage } from 'node:http';
import type { Reply } from './reply.ts';

/** What a route is asked. */
export interface Call {
  readonly request: IncomingMessage;
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** One method on one path, answered with a value. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in "/directline/conversations/:id". */
  readonly path: string;
  /** Answers under any host name and to any origin: for machines that look after the server, never for pages. */
  readonly isPublic?: boolean;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}
