import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../src/dates/index.ts';
import { inspectKnowledge, type Track } from '../../src/knowledge/index.ts';
import { factNames, factValues, type Facts } from '../../src/rules/index.ts';
import { inspectDialogs } from '../../src/trees/index.ts';

/** The folder that holds knowledge/ and dialogs/. */
export const projectRoot = join(import.meta.dirname, '..', '..');

const faultless = <T>(
  content: T | undefined,
  faults: readonly { readonly file: string; readonly what: string }[],
): T => {
  if (content !== undefined) return content;
  throw new Error(faults.map(({ file, what }) => `${file}: ${what}`).join('\n'));
};
const inspected = inspectKnowledge(projectRoot);

/** The real knowledge and dialogs, read once; no test changes them. */
export const knowledge = faultless(inspected.knowledge, inspected.faults);
const read = inspectDialogs(projectRoot, knowledge);
export const dialogs = faultless(read.dialogs, read.faults);
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

/** Facts of a case with these unknown; all others have some value. */
const factsWithout = (unknown: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Facts> =>
  fc
    .tuple(everyFact, unknown)
    .map(([facts, gone]) => Object.fromEntries(Object.entries(facts).filter(([name]) => !gone.includes(name))));

const asked: readonly string[] = factNames.filter((name) => name !== 'need');

/** Facts of which a few are unknown, but never the need. */
export const nearlyAllFacts = factsWithout(fc.subarray([...asked], { maxLength: 4 }));

/** Facts of which any number is unknown: most often a few, now and then all. */
export const someFacts = fc.oneof(
  { weight: 5, arbitrary: nearlyAllFacts },
  { weight: 4, arbitrary: factsWithout(fc.subarray([...asked])) },
  { weight: 1, arbitrary: factsWithout(fc.subarray([...factNames])) },
);

/** A day on which a rule starts, or the day before it. */
export const someBoundaryDay = fc.constantFrom(...boundaryDays);
