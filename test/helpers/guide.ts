import { guideFrom } from '../../src/app.ts';
import type { Guide } from '../../src/bot/index.ts';
import { dialogs, knowledge, projectRoot, today } from './content.ts';

let ids = 0;

/** The guide on the real content, with a clock and ids of its own, for asking without a conversation. */
export const guide: Guide = guideFrom(
  { knowledge, dialogs },
  {
    root: projectRoot,
    now: () => new Date('2026-11-22T09:00:00Z'),
    randomId: () => `id-${String(++ids)}`,
    log: () => undefined,
  },
  { asOf: today },
);
