/**
 * Every error this program raises on purpose. Each has a stable code, what is wrong, why it matters and the cure.
 * Anything that is not an error (not in force, answer not understood) is a value, never thrown.
 */

/** One mistake in a data file. `line` is 1-based; 0 means that the whole file is meant. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly why: string;
  readonly cure: string;
}

/** Base of all errors raised on purpose; `code` never changes once released. */
export abstract class GuideError extends Error {
  abstract readonly code: `GUIDE_${string}`;
  readonly what: string;
  readonly why: string;
  readonly cure: string;

  constructor(what: string, why: string, cure: string, options?: ErrorOptions) {
    super(`${what} ${why} ${cure}`, options);
    this.what = what;
    this.why = why;
    this.cure = cure;
    this.name = new.target.name;
  }
}

/** Writes a fault as one line a terminal can jump to: `file:line what why cure`. */
export const describeFault = (fault: Fault): string =>
  `${fault.file}:${String(fault.line)} ${fault.what}\n    why:  ${fault.why}\n    cure: ${fault.cure}`;

/** Knowledge or dialogs that cannot be trusted; carries every fault found, not only the first. */
export class DataError extends GuideError {
  override readonly code = 'GUIDE_BAD_DATA';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(
      `${String(faults.length)} fault(s) in knowledge or dialogs.`,
      'The guide does not answer from data that it cannot trust.',
      faults.map(describeFault).join('\n'),
    );
    this.faults = faults;
  }
}

/** Environment variables that do not fit together; raised before anything listens. */
export class ConfigError extends GuideError {
  override readonly code = 'GUIDE_BAD_CONFIG';
}

/** Input from a person or program that cannot be used as it stands; nothing has been changed. */
export class InputError extends GuideError {
  override readonly code = 'GUIDE_BAD_INPUT';
}

/** A command line that does not exist or lacks an argument. */
export class UsageError extends GuideError {
  override readonly code = 'GUIDE_USAGE';
}

/** State could not be read or written. */
export class StorageError extends GuideError {
  override readonly code = 'GUIDE_STORAGE';
}

/** Someone else wrote newer state first; the turn is to be replayed on it. */
export class StaleWriteError extends GuideError {
  override readonly code = 'GUIDE_STALE_WRITE';
}

/** A turn that could not be finished; the user gets a calm sentence and a reference. */
export class TurnError extends GuideError {
  override readonly code = 'GUIDE_TURN';
}

/** A broken promise inside the program itself, such as a rule result that no one listed. */
export class InternalError extends GuideError {
  override readonly code = 'GUIDE_INTERNAL';
}
