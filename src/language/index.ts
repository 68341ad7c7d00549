/**
 * Danish text to meaning. Promises to be pure and deterministic, in memory, with no network; the same text always means
 * the same. Never keeps or logs what it reads.
 */
export { matchCommand, matchDate, matchOption, matchTree } from './match.ts';
export { normalise } from '../knowledge/index.ts';
