import { latestBirthDateReached } from './pensionAge.ts';
import type { CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { decide, verdictOn, type Decision } from './decide.ts';
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

const verdictFor = ({ knowledge, asOf, answers }: RuleInput) => verdictOn(knowledge, asOf, factsFrom(answers));

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

/** Every rule by the name that trees use. */
export const rules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(factNames.map((fact) => [`asks-${kebab(fact)}`, asks(fact)])),
  'governing-situation': governingSituation,
};
