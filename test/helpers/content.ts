import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../src/dates/index.ts';
import { loadKnowledge, type Track } from '../../src/knowledge/index.ts';
import { factNames, factValues, type Facts } from '../../src/rules/index.ts';
import { loadDialogs } from '../../src/trees/index.ts';

/** The folder that holds knowledge/ and dialogs/. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** The real knowledge and dialogs, read once; no test changes them. */
export const knowledge = await loadKnowledge(projectRoot);
export const dialogs = await loadDialogs(projectRoot, knowledge);
export const tree = dialogs.trees.get('hvilken-paragraf')!;

/** The day that these tests take for today. */
export const today = civilDate('2026-11-22');

/** Every day on which some rule starts, each with the day before it. */
export const boundaryDays: readonly CivilDate[] = knowledge.boundaries.flatMap((day) => [addDays(day, -1), day]);

/** Ids of the provisions that some tracks lead to, in order. */
export const provisionsOf = (tracks: readonly Track[]): string[] => tracks.map(({ provision }) => provision);

/** How many cases a property is tried on; the seed makes a failure come again. */
export const sampled = (numRuns: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns,
  seed: 20_261_122,
});

const everyFact = fc.record(
  Object.fromEntries(factNames.map((name) => [name, fc.constantFrom<string>(...factValues[name])])),
);

/** Facts of a case of which any number is unknown: from none to all, most often a few. */
export const someFacts: fc.Arbitrary<Facts> = fc
  .tuple(everyFact, fc.oneof(fc.subarray([...factNames], { maxLength: 4 }), fc.subarray([...factNames])))
  .map(([facts, unknown]) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => !unknown.some((one) => one === name))),
  );

/** A day on which every rule is either the one before a boundary or the one after. */
export const someBoundaryDay = fc.constantFrom(...boundaryDays);
