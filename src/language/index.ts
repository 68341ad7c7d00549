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
export {
  buildIndex,
  keepIndex,
  openIndex,
  wordsOf,
  type Found,
  type Hit,
  type KeptIndex,
  type Reading,
  type SearchIndex,
  type Subject,
  type Thesaurus,
  type Word,
} from './search/index.ts';
export { readStory, type FactFound, type Story } from './story/index.ts';
export { normalise } from '../knowledge/index.ts';
