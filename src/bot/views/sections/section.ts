import type { SectionView } from '../../../cards/index.ts';
import type { CivilDate } from '../../../dates/index.ts';
import type { Answers, DecisionTree } from '../../../trees/index.ts';
import type { Scene } from '../scene.ts';
import type { Cited } from '../sourceViews.ts';

/** What a composer sees of a walk that has ended. */
export interface Ending extends Scene {
  readonly tree: DecisionTree;
  readonly answers: Answers;
  readonly asOf: CivilDate;
}

/** Parts of a summary and what they stand on. */
export interface Composed {
  readonly sections: readonly SectionView[];
  readonly cited: readonly Cited[];
}

/** Fills one part of an outcome from the knowledge. Pure: the same ending gives the same sections. */
export type Composer = (ending: Ending) => Composed;

/** Nothing to show. */
export const nothing: Composed = { sections: [], cited: [] };

/** Several parts, one after the other. */
export const joined = (parts: readonly Composed[]): Composed => ({
  sections: parts.flatMap(({ sections }) => sections),
  cited: parts.flatMap(({ cited }) => cited),
});
