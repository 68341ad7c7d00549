import type { CivilDate } from '../../src/dates/index.ts';
import { verdictOn } from '../../src/rules/decide.ts';
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
const tables = new Map<CivilDate, (End | undefined)[]>();
const interned = new Map<string, End>();

/** The end of one completion, numbered by the places of its values. */
const endAt = (date: CivilDate, index: number): End => {
  const table = tables.get(date) ?? [];
  tables.set(date, table);
  const known = table[index];
  if (known) return known;
  const whole = Object.fromEntries(
    factNames.map((name, fact) => [name, factValues[name][digit(index, fact)]]),
  ) as Facts;
  const verdict = verdictOn(knowledge, date, whole);
  if (verdict.missing.length > 0) throw new Error(`${JSON.stringify(whole)} is complete, and still misses a fact`);
  const governing = provisionsOf(verdict.governing).sort();
  const candidates = provisionsOf(verdict.candidates).sort();
  const key = `${governing.join(' ')} | ${candidates.join(' ')}`;
  const end = interned.get(`${key} ${verdict.situation}`) ?? {
    key,
    situation: verdict.situation,
    governing,
    candidates,
  };
  interned.set(`${key} ${verdict.situation}`, end);
  table[index] = end;
  return end;
};

/** Tries every completion of the unknown facts on a day, one by one, and sums up what they end in. */
export const tryAll = (date: CivilDate, facts: Facts): Tried => {
  let indexes = [0];
  for (const [fact, name] of factNames.entries()) {
    const values = factValues[name] as readonly string[];
    const given = facts[name];
    const places = given === undefined ? [...values.keys()] : [values.indexOf(given)];
    indexes = indexes.flatMap((index) => places.map((place) => index + place * strides[fact]!));
  }
  const ends = new Set(indexes.map((index) => endAt(date, index)));
  const [first] = ends;
  const governing = new Set(
    first?.governing.filter((provision) => [...ends].every((end) => end.governing.includes(provision))),
  );
  const named = [...ends].flatMap((end) => [...end.governing, ...end.candidates]);
  const matters = (fact: number): boolean =>
    indexes.some((index) => endAt(date, index).key !== endAt(date, index - digit(index, fact) * strides[fact]!).key);
  return {
    ends,
    situations: new Set([...ends].map(({ situation }) => situation)),
    governing,
    candidates: new Set(named.filter((provision) => !governing.has(provision))),
    missing: new Set(factNames.filter((name, fact) => facts[name] === undefined && matters(fact))),
  };
};
