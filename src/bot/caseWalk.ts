import type { CaseReply, FactFound } from '../answers/index.ts';
import { optionOf, type Answers, type DecisionTree } from '../trees/index.ts';
import { assuming, withGiven } from './assumed.ts';
import type { Walk } from './state.ts';
import { treeOf, type Turn } from './turn.ts';
import { withTold } from './walk.ts';

/** The dialog whose questions are the facts of a case. */
export const caseTree = 'hvilken-paragraf';

/** A walk that a story has answered some of; `understood` is all that was read out of it. */
export interface ToldWalk extends Walk {
  readonly understood: Answers;
}

/** Below the pension age, and nothing told that an older person's need is like: ældreloven § 2, stk. 2, is for special cases. */
const isOrdinaryAdult = ({ pensionAge, careNeed, housing, ageRelatedLoss }: Answers): boolean =>
  pensionAge === 'not-reached' && careNeed !== 'yes' && housing !== 'care-home' && ageRelatedLoss !== 'yes';

/**
 * What a story would have said if it were so: shown with what was understood, and corrected like it. A plan from a hospital
 * gives its own training beside any other need, so only where someone is to regain something does it decide the answer.
 */
const assumedFor = (told: Answers, tellsOfCare: boolean): Answers => {
  const { need } = told;
  return {
    personalAssistance: 'no',
    ...(need === undefined || need === 'regain' || need === 'unknown' ? {} : { hospitalPlan: 'none' }),
    ...(isOrdinaryAdult(told) && !tellsOfCare ? { comparableNeed: 'no' } : {}),
  };
};

/** Ældreloven is never for those who have BPA (§ 2, stk. 4): then nothing else that it requires need be asked. */
const needless = ({ personalAssistance }: Answers): Answers =>
  personalAssistance === 'yes'
    ? { pensionAge: 'unknown', comparableNeed: 'unknown', ageRelatedLoss: 'unknown', careNeed: 'unknown' }
    : {};

/** "Jeg kommer hos hende": that someone of the staff calls tells no more of the need. */
const calling = /^(?:vi|jeg) (?:kommer|kører)\b/iu;

/** What was found in a story, as answers to a tree's questions. */
const answersOf = (tree: DecisionTree, found: readonly FactFound[]): Answers =>
  Object.fromEntries(
    found
      .filter(({ fact, value }) => optionOf(tree, fact, value) !== undefined)
      .map(({ fact, value }) => [fact, value]),
  );

/** A new walk that has got as far as a story tells; undefined when no file holds the dialog. */
export const caseWalk = ({ found, date, tellsOfCare }: CaseReply, turn: Turn): ToldWalk | undefined => {
  const tree = treeOf(turn, caseTree);
  if (!tree) return undefined;
  const told = answersOf(tree, found);
  const isCalledOn = found.some(({ fact, said }) => fact === 'careNeed' && calling.test(said));
  const { careNeed: _, ...others } = told;
  const assumed = assumedFor(isCalledOn ? others : told, tellsOfCare);
  const understood = { ...assumed, ...told };
  const guessed = Object.keys(assumed).filter((question) => told[question] === undefined);
  const dated: Answers = date === turn.today || !tree.settings.date ? {} : { date };
  return {
    tree: tree.id,
    run: turn.guide.randomId(),
    ...withTold(tree, dated, { ...needless(told), ...understood }, turn),
    ...assuming(guessed),
    understood,
  };
};

/** Of what is told, what is assumed no longer once more of it is. */
const outdated = ({ assumed = [] }: Walk, told: Answers): readonly string[] =>
  assumed.filter((question) => question === 'comparableNeed' && !isOrdinaryAdult(told));

/** A walk of a case with more of it told, or told otherwise; undefined when nothing that was found answers it. */
export const toldMore = (walk: Walk, found: readonly FactFound[], turn: Turn): ToldWalk | undefined => {
  const tree = walk.tree === caseTree ? treeOf(turn, caseTree) : undefined;
  const understood = tree && answersOf(tree, found);
  if (!understood || Object.keys(understood).length === 0) return undefined;
  const all = { ...walk.told, ...walk.answers, ...understood };
  const { careNeed: _care, ...before } = all;
  const now = understood.careNeed === undefined ? before : { ...before, careNeed: understood.careNeed };
  const gone = outdated(walk, now).filter((question) => understood[question] === undefined);
  const told = Object.fromEntries(Object.entries(all).filter(([question]) => !gone.includes(question)));
  const { editing: _, ...kept } = withGiven(walk, [...Object.keys(understood), ...gone]);
  return { ...kept, ...withTold(tree, {}, told, turn), understood };
};
