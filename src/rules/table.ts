import { hasDeadline } from './stages.ts';
import { latestBirthDateReached } from './pensionAge.ts';
import type { CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { decide, verdictOn, type Decision, type Verdict } from './decide.ts';
import { situations } from './determine.ts';
import { factNames, factsFrom, type FactName } from './facts.ts';

/** What a rule sees: the answers so far by question id, and the day the answer is to hold for. */
export interface RuleInput {
  readonly knowledge: Knowledge;
  readonly asOf: CivilDate;
  readonly answers: Readonly<Record<string, string>>;
}

/** A pure function that a `decide` node may name. It returns one of `values`, and nothing else. */
export interface Rule {
  readonly values: readonly string[];
  /** Values that no later answer can change; they let the guide count the questions that are left. */
  readonly final: readonly string[];
  readonly run: (input: RuleInput) => string;
}

const kebab = (name: FactName): string => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/** The decision behind a walk through a tree whose question ids are fact names. */
export const decisionFor = ({ knowledge, asOf, answers }: RuleInput): Decision =>
  decide(knowledge, { date: asOf, facts: factsFrom(answers) });

/** The verdict alone, without reasons or notice of change. */
export const verdictFor = ({ knowledge, asOf, answers }: RuleInput): Verdict =>
  verdictOn(knowledge, asOf, factsFrom(answers));

/** Whether a fact can still change the outcome. Once it cannot, no later answer makes it count again. */
const asks = (fact: FactName): Rule => ({
  values: ['yes', 'no'],
  final: ['no'],
  run: (input) => (verdictFor(input).missing.includes(fact) ? 'yes' : 'no'),
});

const governingSituation: Rule = {
  values: [...situations, 'undecided'],
  final: [],
  run: (input) => verdictFor(input).situation,
};

/** Facts that a question may show beside its text; each gives a day, or nothing when the data gives none. */
export const hints: Readonly<Record<string, (input: RuleInput) => CivilDate | undefined>> = {
  'latest-birth-date': ({ knowledge, asOf }) => latestBirthDateReached(knowledge, asOf),
};

const yesOrNo = (run: (input: RuleInput) => boolean): Rule => ({
  values: ['yes', 'no'],
  final: [],
  run: (input) => (run(input) ? 'yes' : 'no'),
});

/** Duty `contact-on-change`: a change either way must be told; a course that is stuck should be; a wish may be helped on. */
const contactByOccasion: Readonly<Record<string, string>> = {
  worse: 'must',
  better: 'must',
  stuck: 'should',
  wish: 'may',
  none: 'need-not',
};
const contactRule: Rule = {
  values: ['must', 'should', 'may', 'need-not'],
  final: [],
  run: ({ answers }) => contactByOccasion[answers.occasion ?? ''] ?? 'should',
};

/** Every rule by the name that trees use. */
export const rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(factNames.map((fact) => [`asks-${kebab(fact)}`, asks(fact)])),
  'governing-situation': governingSituation,
  'contact-verdict': contactRule,
  'occasion-is-change': yesOrNo(({ answers }) => answers.occasion === 'worse' || answers.occasion === 'better'),
  'has-deadline': yesOrNo(({ knowledge, answers, asOf }) => hasDeadline(knowledge, answers, asOf)),
  'standard-known': yesOrNo(({ knowledge, answers }) => knowledge.standard(answers.standard ?? '') !== undefined),
  compares: yesOrNo(
    ({ knowledge, answers: { compare = '', standard } }) =>
      compare === 'all' || (compare !== standard && knowledge.standard(compare) !== undefined),
  ),
};
