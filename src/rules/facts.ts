import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../dates/index.ts';
import { InputError } from '../errors.ts';

/** What the guide may need to know about a citizen, and the values each fact can take (contract: `decide`). */
export const factValues = {
  need: ['regain', 'maintain', 'rehabilitation', 'help', 'meals', 'stay', 'relief', 'nursing', 'physiotherapy'],
  hospitalPlan: ['none', 'general', 'specialised-training', 'specialised-rehabilitation'],
  pensionAge: ['reached', 'not-reached'],
  ageRelatedLoss: ['yes', 'no'],
  careNeed: ['yes', 'no'],
  comparableNeed: ['yes', 'no'],
  personalAssistance: ['yes', 'no'],
  earlierDecision: ['none', 'sel-83', 'sel-83a', 'sel-84', 'sel-86-1', 'sel-86-2'],
  needChanged: ['yes', 'no'],
  housing: ['own-home', 'care-home', 'temporary-place', 'supported-housing'],
} as const;

export type FactName = keyof typeof factValues;
export type FactValue<F extends FactName = FactName> = (typeof factValues)[F][number];
export const factNames = Object.keys(factValues) as readonly FactName[];

/** What is known about one case on one day. A fact that is absent is unknown. */
export type Facts = { readonly [F in FactName]?: FactValue<F> };
export interface Case {
  readonly date: CivilDate;
  readonly municipality?: string;
  readonly facts: Facts;
}

const known = <F extends FactName>(name: F, value: string): value is FactValue<F> =>
  (factValues[name] as readonly string[]).includes(value);

/** The facts among named answers: what is not a fact, and what was answered with "unknown", is left out. */
export const factsFrom = (answers: Readonly<Record<string, string>>): Facts => {
  const facts: Partial<Record<FactName, string>> = {};
  for (const name of factNames) {
    const answer = answers[name];
    if (answer !== undefined && known(name, answer)) facts[name] = answer;
  }
  return facts as Facts;
};

const fact = (name: FactName) => z.enum(['unknown', ...(factValues[name] as readonly string[])]).optional();
const factsSchema = z.strictObject({
  date: z.string().refine(isCivilDate, 'a date is an existing day as YYYY-MM-DD').optional(),
  municipality: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'a municipality is a slug such as "vejen"')
    .nullish(),
  need: fact('need'),
  hospitalPlan: fact('hospitalPlan'),
  pensionAge: fact('pensionAge'),
  ageRelatedLoss: fact('ageRelatedLoss'),
  careNeed: fact('careNeed'),
  comparableNeed: fact('comparableNeed'),
  personalAssistance: fact('personalAssistance').default('no'),
  earlierDecision: fact('earlierDecision'),
  needChanged: fact('needChanged'),
  housing: fact('housing').default('own-home'),
});

/** Reads the facts of one `decide` line; throws InputError naming each fact that cannot be used. Repeats no value. */
export const readCase = (input: unknown, today: CivilDate): Case => {
  const parsed = factsSchema.safeParse(input);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown fact "${issue.keys.join('", "')}"`
        : `"${issue.path.join('.') || 'facts'}": ${issue.message}`,
    );
    throw new InputError(
      `Facts that cannot be used: ${wrong.join('; ')}.`,
      'A misread fact would give a wrong paragraph.',
      'Use the names and values that `decide --help` lists.',
    );
  }
  const { date, municipality, ...answers } = parsed.data;
  const given = Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    date: (date as CivilDate | undefined) ?? today,
    ...(municipality ? { municipality } : {}),
    facts: factsFrom(Object.fromEntries(given)),
  };
};
