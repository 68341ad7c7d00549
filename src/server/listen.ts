import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../errors.ts';

/** Listens, or says in plain words why not. */
export const listenOn = (server: HttpServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      reject(
        new ConfigError(
          `Cannot listen on ${host} port ${String(port)} (${error.code ?? error.name}).`,
          error.code === 'EADDRINUSE' ? 'Another program listens there.' : 'The system does not allow it.',
          'Stop the other program, or set PORT and HOST to an address that is free.',
          { cause: error },
        ),
      );
    };
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Stops listening and lets requests under way finish, but not for longer than the patience given. */
export const drain = (server: HttpServer, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      server.closeAllConnections();
    }, patienceMs);
    // A connection that has just been answered stays open for the next request, which there will not be.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, 50);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
  });
