import { GuideError } from './errors.ts';
import type { StateStorage } from './storage/index.ts';

interface RetentionParts {
  readonly storage: Pick<StateStorage, 'forgetBefore'>;
  /** How many days a conversation is kept that nothing changes in; asked each time. */
  readonly days: () => number;
  readonly now: () => Date;
  readonly log: (entry: Readonly<Record<string, string | number | boolean>>) => void;
}

/** Calls `work` once a day until it is told to stop. */
export type Daily = (work: () => void) => () => void;

const dayMs = 24 * 60 * 60 * 1_000;

/** By this machine's own timer. */
export const onceADay: Daily = (work) => {
  const timer = setInterval(work, dayMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};

/**
 * Deletes what has been kept for longer than it may be: now, and then once a day until it is told to stop. That it cannot be
 * done is logged with a code, and tried again the next day.
 */
export const keepForDays = async (
  { storage, days, now, log }: RetentionParts,
  daily: Daily = onceADay,
): Promise<() => void> => {
  const forget = async (): Promise<void> => {
    try {
      const items = await storage.forgetBefore(new Date(now().getTime() - days() * dayMs));
      if (items > 0) log({ event: 'expired', items });
    } catch (error) {
      log({ level: 'warn', event: 'not-expired', code: error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED' });
    }
  };
  await forget();
  return daily(() => void forget());
};
