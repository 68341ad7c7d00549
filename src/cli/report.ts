import { GuideError, UsageError } from '../errors.ts';

/** Writes what is wrong, why and the cure to stderr; returns the exit code: 2 for wrong usage, otherwise 1. */
export const report = (error: unknown): number => {
  if (!(error instanceof GuideError)) {
    const cause =
      error instanceof Error && 'code' in error
        ? String(error.code)
        : error instanceof Error
          ? error.name
          : typeof error;
    process.stderr.write(`GUIDE_UNEXPECTED: something failed that the program does not know (${cause}).\n`);
    return 1;
  }
  process.stderr.write(`${error.code}: ${error.what}\n  why:  ${error.why}\n  cure: ${error.cure}\n`);
  return error instanceof UsageError ? 2 : 1;
};
