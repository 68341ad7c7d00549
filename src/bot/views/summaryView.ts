import type { MenuItemView, SectionView, SummaryView } from '../../cards/index.ts';
import type { DecisionTree, Part, Shows } from '../../trees/index.ts';
import type { Walk } from '../state.ts';
import { endedWalk, ownCitations, reasonsOf, type Ended } from './endedWalk.ts';
import type { Scene } from './scene.ts';
import { checklistSection } from './sections/checklist.ts';
import { contactSection } from './sections/contacts.ts';
import { deadlineSection } from './sections/deadlines.ts';
import { dutySection, type Telling } from './sections/duty.ts';
import { localSection } from './sections/local.ts';
import {
  joined,
  mostText,
  nothing,
  roomOf,
  withDoubts,
  type Composed,
  type Composer,
  type Ending,
} from './sections/section.ts';
import { comparisonSection, standardSection } from './sections/standard.ts';
import { sourceViews } from './sourceViews.ts';

/** `governing` is not among them: it has a card of its own. */
const composers: Readonly<Record<Exclude<Part, 'governing'>, Composer>> = {
  contacts: contactSection,
  deadlines: deadlineSection,
  local: localSection,
  standard: standardSection,
  comparison: comparisonSection,
  checklist: checklistSection,
};

const compose = (ending: Ending, shown: Shows, telling: Telling): Composed => {
  if (shown === 'governing') return nothing;
  if (typeof shown === 'string') return composers[shown](ending);
  if ('duty' in shown) return dutySection(ending, shown.duty, telling);
  return dutySection(
    ending,
    [shown.prefix, ...shown.dutyBy.map((question) => ending.answers[question] ?? 'unknown')].join('-'),
    telling,
  );
};

/** All that an outcome shows, whole or in short. */
export const composeShown = (ending: Ending, shows: readonly Shows[], telling: Telling): Composed =>
  joined(shows.map((shown) => compose(ending, shown, telling)));

/** All that an outcome shows; when that is more than a card can hold, without what would crowd others. */
const composeAll = (ending: Ending, shows: readonly Shows[]): Composed => {
  const whole = composeShown(ending, shows, 'whole');
  return roomOf(whole) > mostText ? composeShown(ending, shows, 'in-short') : whole;
};

/** Sections that say the very same, such as that the day is not covered, are said once. */
const distinct = (sections: readonly SectionView[]): readonly SectionView[] => [
  ...new Map(sections.map((section) => [JSON.stringify(section), section])).values(),
];

/** The card for the end of a walk that is told in sections. */
export const summaryView = (
  tree: DecisionTree,
  walk: Walk,
  ended: Ended,
  scene: Scene,
  then: readonly MenuItemView[],
  note?: string,
): SummaryView => {
  const { knowledge } = scene;
  const { answers } = walk;
  const shared = endedWalk(tree, walk, ended, scene, note);
  const { asOf } = shared;
  const ending: Ending = { ...scene, tree, answers, asOf };
  const { sections, cited, danish } = composeAll(ending, ended.outcome.shows);
  return {
    kind: 'summary',
    ...shared,
    ...(danish && scene.phrases.language === 'en' ? { untranslated: true } : {}),
    sections: distinct(withDoubts(sections, scene.phrases)),
    reasons: reasonsOf(scene, tree, ended, walk),
    sources: sourceViews(knowledge, [...ownCitations(knowledge, ended, asOf), ...cited]),
    then,
  };
};
