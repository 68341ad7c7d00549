import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import type { World } from '../app.ts';
import type { Config } from '../config.ts';

/** The checkout's own folder, with knowledge/ and dialogs/. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** The real world: this machine's clock, chance and log. Only entry points may use it. */
export const realWorld = (logLevel: Config['logLevel']): World => {
  const logger = pino({ level: logLevel, base: null });
  return {
    root: projectRoot,
    now: () => new Date(),
    randomId: randomUUID,
    log: ({ level, ...entry }) => {
      logger[level === 'warn' ? 'warn' : 'info'](entry);
    },
  };
};
