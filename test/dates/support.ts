import fc from 'fast-check';
import { addDays, civilDate, daysBetween, type CivilDate } from '../../src/dates/index.ts';

const first = civilDate('1910-01-01');
const last = civilDate('2890-12-31');

/** Any day that is a century away from the edges of the calendar, so that a property may add to it. */
export const someDay: fc.Arbitrary<CivilDate> = fc
  .integer({ min: 0, max: daysBetween(first, last) })
  .map((days) => addDays(first, days));
