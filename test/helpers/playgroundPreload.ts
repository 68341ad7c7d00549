/**
 * Loaded into the Playground before its own code (`node --import`). Left to itself it listens on every network of the
 * machine, and although telemetry is off it reports its start and asks the cloud's metadata service about the machine. Here
 * it listens on this machine alone; every connection to somewhere else is refused, and told of on standard error in a line
 * that begins with `left-the-machine`.
 */
import { Server, Socket } from 'node:net';

const loopback = '127.0.0.1';
/** Nothing listens here, so a connection is refused at once, as where there is no network. */
const nowhere = { host: loopback, port: 1 } as const;

type Listen = (this: Server, ...given: unknown[]) => Server;
const { listen } = Server.prototype as unknown as { readonly listen: Listen };
Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
  const [port, ...others] = given;
  return typeof port === 'number' ? listen.call(this, { port, host: loopback }, ...others) : listen.apply(this, given);
} as typeof Server.prototype.listen;

/** What `connect` was given, as options: it may be those, a port and a host, or a list that node has made of them. */
const optionsOf = ([first, second]: readonly unknown[]): { readonly host?: unknown; readonly path?: unknown } => {
  if (Array.isArray(first)) return optionsOf(first);
  return typeof first === 'object' && first !== null ? first : { host: second };
};

const isHere = ({ host, path }: { readonly host?: unknown; readonly path?: unknown }): boolean =>
  typeof host !== 'string' ||
  typeof path === 'string' ||
  host === 'localhost' ||
  host === '::1' ||
  host.startsWith('127.');

type Connect = (this: Socket, ...given: unknown[]) => Socket;
const { connect } = Socket.prototype as unknown as { readonly connect: Connect };
Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
  const options = optionsOf(given);
  if (isHere(options)) return connect.apply(this, given);
  process.stderr.write(`left-the-machine ${String(options.host)}\n`);
  return connect.call(this, nowhere);
};
