import type { CivilDate } from '../../src/dates/index.ts';
import { determine, type Determination } from '../../src/rules/determine.ts';
import { factNames, factValues, type FactName, type Facts } from '../../src/rules/index.ts';
import { knowledge, provisionsOf } from '../helpers/content.ts';

/** How a case ends when every fact is known. Two ends are the same outcome when their keys are the same. */
export interface End {
  readonly key: string;
  readonly situation: string;
  readonly governing: readonly string[];
  readonly candidates: readonly string[];
}

/** What trying every completion of the unknown facts shows. All are sets. */
export interface Tried {
  readonly ends: ReadonlySet<End>;
  readonly situations: ReadonlySet<string>;
  readonly governing: ReadonlySet<string>;
  readonly candidates: ReadonlySet<string>;
  readonly missing: ReadonlySet<FactName>;
}

const sizes = factNames.map((name) => factValues[name].length);
const strides = sizes.map((_, index) => sizes.slice(index + 1).reduce((product, size) => product * size, 1));
const digit = (index: number, fact: number): number => Math.floor(index / strides[fact]!) % sizes[fact]!;
const tables = new Map<CivilDate, Map<number, End>>();
const interned = new Map<string, End>();

/** Asks the procedure itself, without any of the machinery that handles unknown facts. */
const determineWith = (date: CivilDate, whole: Facts): Determination => {
  const inquiry = determine(knowledge, date);
  let step = inquiry.next();
  while (!step.done) step = inquiry.next(whole[step.value] ?? '');
  return step.value;
};

/** The end of one completion, numbered by the places of its values. */
const endAt = (date: CivilDate, index: number): End => {
  const table = tables.get(date) ?? new Map<number, End>();
  tables.set(date, table);
  const known = table.get(index);
  if (known) return known;
  const whole = Object.fromEntries(
    factNames.map((name, fact) => [name, factValues[name][digit(index, fact)]]),
  ) as Facts;
  const { situation, governing: certain, open } = determineWith(date, whole);
  const governing = provisionsOf(certain).sort();
  const candidates = provisionsOf(open)
    .filter((id) => !governing.includes(id))
    .sort();
  const key = `${governing.join(' ')} | ${candidates.join(' ')}`;
  const end = interned.get(`${key} ${situation}`) ?? { key, situation, governing, candidates };
  interned.set(`${key} ${situation}`, end);
  table.set(index, end);
  return end;
};

/** The numbers of all completions of some facts. */
const completionsOf = (facts: Facts): readonly number[] => {
  let indexes = [0];
  for (const [fact, name] of factNames.entries()) {
    const values = factValues[name] as readonly string[];
    const given = facts[name];
    const places = given === undefined ? [...values.keys()] : [values.indexOf(given)];
    indexes = indexes.flatMap((index) => places.map((place) => index + place * strides[fact]!));
  }
  return indexes;
};

const matters = (date: CivilDate, indexes: readonly number[], fact: number): boolean =>
  indexes.some((index) => endAt(date, index).key !== endAt(date, index - digit(index, fact) * strides[fact]!).key);

/** Whether two completions that differ in this one unknown fact alone end in different outcomes. */
export const canChange = (date: CivilDate, facts: Facts, name: string): boolean =>
  matters(date, completionsOf(facts), factNames.indexOf(name as FactName));

/** Tries every completion of the unknown facts on a day, one by one, and sums up what they end in. */
export const tryAll = (date: CivilDate, facts: Facts): Tried => {
  const indexes = completionsOf(facts);
  const ends = new Set(indexes.map((index) => endAt(date, index)));
  const [first] = ends;
  const governing = new Set(
    first?.governing.filter((provision) => [...ends].every((end) => end.governing.includes(provision))),
  );
  const named = [...ends].flatMap((end) => [...end.governing, ...end.candidates]);
  return {
    ends,
    situations: new Set([...ends].map(({ situation }) => situation)),
    governing,
    candidates: new Set(named.filter((provision) => !governing.has(provision))),
    missing: new Set(factNames.filter((name, fact) => facts[name] === undefined && matters(date, indexes, fact))),
  };
};
