import type { Knowledge } from './knowledge/index.ts';
import { holdsPersonalDataWithin, officesOf } from './language/index.ts';

/** Numbers as they are written, so that a civil registration number is found whether or not it came in quotes. */
const written = (_key: string, value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** Says whether anything within what came in names someone. The numbers of the knowledge's own offices may be written. */
export const screenFor =
  (knowledge: Knowledge) =>
  (activity: unknown): boolean =>
    holdsPersonalDataWithin(JSON.parse(JSON.stringify(activity ?? null), written), officesOf(knowledge));
