/**
 * Danish text to meaning. Promises to be pure and deterministic, in memory, with no network; the same text always means
 * the same. Never keeps or logs what it reads.
 */
export { matchCommand, matchDate, matchOption, matchTree } from './match.ts';
export {
  findPersonalData,
  holdsPersonalData,
  holdsPersonalDataWithin,
  officesOf,
  type Finding,
  type FindingKind,
  type Offices,
} from './privacy/index.ts';
export { normalise } from '../knowledge/index.ts';
