import { addDays, type CivilDate } from '../dates/index.ts';
import type { Authority, Citation, Knowledge, Track } from '../knowledge/index.ts';
import { determine, type Situation } from './determine.ts';
import { Explorer } from './explore.ts';
import { factNames, type Case, type FactName, type Facts } from './facts.ts';
import { standsOn } from './reasons.ts';

/** A known fact that counted, and the provision that makes it count. */
export interface Reason {
  readonly fact: FactName;
  readonly value: string;
  readonly provision: string;
}

/** A later day, at most 90 days away, from which this very outcome is another. */
export interface Change {
  readonly date: CivilDate;
  readonly provisions: readonly string[];
}

/** Which provision governs a case on a day, and how that was found. */
export interface Decision {
  readonly date: CivilDate;
  readonly situation: Situation | 'undecided';
  readonly governing: readonly Track[];
  readonly candidates: readonly Track[];
  readonly missing: readonly FactName[];
  readonly authority: Authority;
  readonly upcoming: readonly Change[];
  readonly reasons: readonly Reason[];
  readonly citations: readonly Citation[];
}

const noticeInDays = 90;
const distinct = (tracks: readonly Track[]): readonly Track[] => [
  ...new Map(tracks.map((track) => [track.provision, track])).values(),
];
const ids = (tracks: readonly Track[]): readonly string[] => tracks.map(({ provision }) => provision);

/** What the facts settle and what they leave open, without the reasons and the notice of change. */
export type Verdict = Pick<Decision, 'situation' | 'governing' | 'candidates' | 'missing'>;

/** What is worked out once for the days of a span: the inquiry drawn out, and the verdicts that were asked for lately. */
interface Span {
  readonly explorer: Explorer;
  readonly verdicts: Map<string, Verdict>;
}
const knownSpans = new WeakMap<Knowledge, Map<CivilDate | undefined, Span>>();
const verdictsAtMost = 10_000;

/** Rules change on boundaries only, so all days from one boundary to the next share their work. */
const spanOf = (knowledge: Knowledge, date: CivilDate): Span => {
  const spans = knownSpans.get(knowledge) ?? new Map<CivilDate | undefined, Span>();
  knownSpans.set(knowledge, spans);
  const start = knowledge.boundaries.findLast((boundary) => boundary <= date);
  const span = spans.get(start) ?? {
    explorer: new Explorer(() => determine(knowledge, date)),
    verdicts: new Map<string, Verdict>(),
  };
  spans.set(start, span);
  return span;
};

/** When ways that end alike are told differently, the first of these that is among them is told. */
const plainest: readonly Situation[] = ['adults', 'older-people', 'kept-decision', 'kept-without-end', 'need-changed'];

/** The verdict for a case. */
export const verdictOn = (knowledge: Knowledge, date: CivilDate, facts: Facts): Verdict => {
  const { explorer, verdicts } = spanOf(knowledge, date);
  const key = factNames.map((name) => facts[name] ?? '').join(' ');
  const verdict = verdicts.get(key) ?? reachVerdict(explorer, facts);
  if (verdicts.size >= verdictsAtMost) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
};

const reachVerdict = (explorer: Explorer, facts: Facts): Verdict => {
  const outlook = explorer.explore(facts);
  const { ends, forks: missing } = outlook;
  const everywhere = (track: Track): boolean =>
    ends.every(({ governing }) => governing.some(({ provision }) => provision === track.provision));
  const governing = (ends[0]?.governing ?? []).filter(everywhere);
  const certain = ids(governing);
  const candidates = distinct(ends.flatMap((end) => [...end.governing, ...end.open])).filter(
    ({ provision }) => !certain.includes(provision),
  );
  const [first = 'not-covered'] = outlook.told;
  const plain = plainest.find((situation) => outlook.told.has(situation)) ?? first;
  const situation = missing.length > 0 ? 'undecided' : plain;
  return { situation, governing, candidates, missing };
};

const sameOutcome = (one: Verdict, other: Verdict): boolean =>
  ids(one.governing).join() === ids(other.governing).join() &&
  [...ids(one.candidates)].sort().join() === [...ids(other.candidates)].sort().join();

/** The facts in `facts` that the procedure asked for on its way, in the order it asked. */
const countedFacts = (knowledge: Knowledge, date: CivilDate, facts: Facts): readonly FactName[] => {
  const whole = verdictOn(knowledge, date, facts);
  return factNames.filter((name) => {
    if (facts[name] === undefined) return false;
    const { [name]: _, ...without } = facts;
    const other = verdictOn(knowledge, date, without);
    return !sameOutcome(whole, other) || other.missing.join() !== whole.missing.join();
  });
};

/**
 * Which provision governs (contract: `decide`). What certainly governs stands in `governing`; where facts are missing or
 * only the authority can decide, `candidates` holds what it may be. Pure: the same case gives the same decision.
 */
export const decide = (knowledge: Knowledge, { date, facts }: Case): Decision => {
  const verdict = verdictOn(knowledge, date, facts);
  const until = addDays(date, noticeInDays);
  let before: Verdict = verdict;
  const upcoming = knowledge.boundaries
    .filter((boundary) => boundary > date && boundary <= until)
    .flatMap((boundary): Change[] => {
      const then = verdictOn(knowledge, boundary, facts);
      const changed = !sameOutcome(before, then);
      before = then;
      return changed ? [{ date: boundary, provisions: ids([...then.governing, ...then.candidates]) }] : [];
    });
  const named = [...verdict.governing, ...verdict.candidates];
  const wordings = named
    .flatMap(({ provision, with: beside }) => [provision, ...beside])
    .flatMap((id) => {
      const found = knowledge.provisionOn(id, date);
      return found?.kind === 'in-force' ? [found.wording] : [];
    });
  const deciders = (verdict.governing.length > 0 ? verdict.governing : verdict.candidates).map(({ provision }) => {
    const found = knowledge.provisionOn(provision, date);
    return found?.kind === 'in-force' ? found.wording.decidedBy : 'municipality';
  });
  return {
    date,
    ...verdict,
    authority: deciders.length > 0 && deciders.every((decider) => decider === 'region') ? 'region' : 'municipality',
    upcoming,
    reasons: countedFacts(knowledge, date, facts).map((fact) => ({
      fact,
      value: facts[fact] ?? '',
      provision: standsOn(fact, facts, named[0]?.provision),
    })),
    citations: [
      ...new Map(
        wordings
          .flatMap(({ citations }) => citations)
          .map((citation) => [`${citation.source} ${citation.at}`, citation]),
      ).values(),
    ],
  };
};
