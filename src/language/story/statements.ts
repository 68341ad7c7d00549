import { wordSet } from '../privacy/tokens.ts';
import type { Clause } from './clauses.ts';
import { cues, type Cue } from './cues.ts';
import { denialOf } from './negation.ts';
import { finderOf, type Match, type Pattern } from './pattern.ts';
import { otherAt, type About } from './persons.ts';
import { noDecisionCues } from './earlier.ts';
import { pensionCues } from './pension.ts';
import { planCues, unclearPlanCues } from './plan.ts';
import type { FactName } from './types.ts';
import { modals } from './vocabulary.ts';
import type { Word } from './words.ts';

/** What some words say about a fact; `null` takes back what was said before. */
export interface Statement {
  readonly fact: FactName;
  readonly value: string | null;
  /** Its words: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** It gives way to another value that was said before. */
  readonly weak?: true;
}

/** The words that state a fact, in one list. */
export const factCues: readonly Pattern<Cue>[] = [
  ...cues,
  ...planCues,
  ...unclearPlanCues,
  ...pensionCues,
  ...noDecisionCues,
];
const finder = finderOf<Cue>(factCues);

/** Nothing that stands further back is about these words. */
const furthest = 12;
const isPlanned = (words: readonly Word[], clause: Clause, start: number): boolean =>
  words.slice(Math.max(clause.start, start - furthest), start).some(({ key }) => modals.has(key));
const training = wordSet('genoptrænes genoptræne genoptræning trænes træne træning optrænes rehabiliteres');
/** "skal genoptrænes efter et fald uden indlæggelse": what something is to come after has been. */
const isBehind = (words: readonly Word[], clause: Clause, start: number): boolean => {
  const before = words.slice(Math.max(clause.start, start - furthest), start);
  const after = before.findLastIndex(({ key }) => key === 'efter');
  const modal = before.findLastIndex(({ key }) => modals.has(key));
  return before.slice(modal + 1, Math.max(modal + 1, after)).some(({ key }) => training.has(key));
};

const formerly = wordSet(
  'havde haft tidligere før engang dengang boede gammel gamle plejer plejede inden ophørt stoppet afsluttet afvist afslået opsagt mistet mistede',
);
const unseen = wordSet('kan finde se kender ved');
const still = wordSet('siden stadig fortsat');
const over = wordSet('stoppet stoppede ophørt ophørte sluttet sluttede indtil længere');
const limiting = wordSet('næsten undtagen bortset pånær andet nær endnu nok ellers');

/** How one clause reads. */
interface Reading {
  readonly words: readonly Word[];
  readonly clause: Clause;
  readonly thisYear: number;
}

const many = /^(?:mange|flere|\d+)$/u;
/** It began before and goes on: "har haft BPA i mange år"; not "for 3 år siden", and not where anything speaks against it. */
const isLasting = (before: readonly Word[], after: readonly Word[]): boolean =>
  before.some(({ key }, at) => key === 'haft' && before[at - 1]?.key === 'har') &&
  after.some(({ key }, at) => key === 'i' && many.test(after[at + 1]?.key ?? '') && after[at + 2]?.key === 'aar');

/** It was so: "havde BPA", "har tidligere boet på plejehjem", "GOP fra 2023". */
const isFormer = ({ words, clause, thisYear }: Reading, start: number, end: number, denied: boolean): boolean => {
  const before = words.slice(Math.max(clause.start, start - furthest), end);
  const after = words.slice(end, Math.min(clause.end, end + 5));
  const ended = words.slice(end).some(({ key }) => over.has(key));
  if (after.some(({ key }) => key === 'siden') && after.some(({ key }) => key === 'for')) return true;
  if (after.some(({ key }) => still.has(key)) || (!ended && isLasting(before, after))) return false;
  const isPastYear = ({ key }: Word): boolean =>
    /^(?:19|20)\d{2}$/u.test(key) && Number(key) < thisYear && Number(key) > thisYear - 15;
  return (
    before.some((word) => (formerly.has(word.key) && !(denied && word.key === 'haft')) || isPastYear(word)) ||
    after.some((word) => formerly.has(word.key) || isPastYear(word))
  );
};

const persons = wordSet('borger borgeren beboer beboeren mand kvinde dame herre person patient hende ham');
const isPerson = (key: string): boolean => persons.has(key) || /aarige?$/u.test(key);
/** Words that describe someone in a question, and so are stated: "Gælder det en 90-årig på plejehjem?" */
const isAttached = (words: readonly Word[], start: number): boolean => {
  if (isPerson(words[start]?.key ?? '')) return true;
  const links = ['med', 'paa', 'i', 'uden'];
  const at = links.includes(words[start]?.key ?? '') ? start - 1 : start - 2;
  const key = words[at]?.key ?? '';
  return (at === start - 1 || links.includes(words[start - 1]?.key ?? '')) && isPerson(key);
};

const statementOf = ({ words, clause, thisYear }: Reading, match: Match<Cue>): readonly Statement[] => {
  const { meaning, denials, start, end } = match;
  const { fact, said, denied, planned, whole, labelled, now, weak, opens } = meaning;
  if (otherAt(words, start) !== undefined) return [];
  if (opens && start !== clause.start && !isAttached(words, start)) return [];
  if (clause.asks !== undefined && clause.answer === undefined && !isAttached(words, start)) return [];
  const leaves =
    fact === 'hospitalPlan' &&
    words.slice(Math.max(clause.start, start - furthest), start).some(({ key }) => key === 'udskrives');
  if (start >= clause.guesses || (labelled && clause.answer === undefined)) return [];
  const denial = whole ? -1 : denialOf(words, clause, start, end, denials);
  if (denial === undefined) return [];
  const was = fact === 'hospitalPlan' && denial >= 0 && isBehind(words, clause, start);
  if (!planned && !leaves && !was && isPlanned(words, clause, start)) return [];
  if (
    now &&
    fact !== 'hospitalPlan' &&
    words.slice(Math.max(clause.start, start - furthest), start).some(({ key }) => key === 'var')
  )
    return [];
  if (now && isFormer({ words, clause, thisYear }, start, end, denial >= 0)) return [];
  const value = denial >= 0 !== (clause.answer === 'no') ? denied : said;
  if (value === undefined) return [];
  if (value === 'no' && words.slice(start, Math.min(clause.end, end + 4)).some(({ key }) => limiting.has(key)))
    return [];
  return [
    {
      fact,
      value,
      start: denial < 0 ? start : Math.min(start, denial),
      end: Math.max(end, denial + 1),
      ...(weak && (value === 'no' || value === 'none') ? { weak } : {}),
    },
  ];
};

const nearby = 12;
/** A longer row of words says more than a shorter one within it. */
const isInside = ({ meaning, start, end }: Match<Cue>, others: readonly Match<Cue>[]): boolean =>
  others.some(
    (other) =>
      other.meaning.fact === meaning.fact &&
      !other.meaning.labelled &&
      !other.meaning.opens &&
      other.start <= start &&
      other.end >= end &&
      other.end - other.start > end - start,
  );

/** The facts that the clauses about the citizen state, in the order of the text. */
export const statementsOf = (
  words: readonly Word[],
  clauses: readonly Clause[],
  about: readonly About[],
  thisYear: number,
): readonly Statement[] =>
  clauses.flatMap((clause, index) => {
    const who = about[index];
    if ((who !== 'citizen' && who !== 'staff') || clause.supposes) return [];
    const unsees = words.slice(clause.start, clause.end).some(({ key }) => unseen.has(key));
    return finder
      .find(words, clause.start, clause.end)
      .filter(({ meaning }) => who === 'citizen' || (meaning.byStaff && !unsees))
      .filter((match, at, all) => !isInside(match, all.slice(Math.max(0, at - nearby), at + nearby)))
      .flatMap((match) => statementOf({ words, clause, thisYear }, match));
  });
