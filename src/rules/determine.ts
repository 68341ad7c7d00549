import type { CivilDate } from '../dates/index.ts';
import { InternalError } from '../errors.ts';
import type { Knowledge, Track } from '../knowledge/index.ts';
import type { FactName, FactValue } from './facts.ts';

/** Why a case ends where it ends; each is told differently on the card. */
export const situations = [
  'not-covered',
  'hospital-plan',
  'health-service',
  'adults-before-reform',
  'older-people',
  'adults',
  'personal-assistance',
  'kept-decision',
  'kept-without-end',
  'need-changed',
  'transition-over',
  'authority-decides',
] as const;
export type Situation = (typeof situations)[number];

/** The end of the procedure for a case in which every fact that was asked for is known. */
export interface Determination {
  readonly situation: Situation;
  /** What certainly governs. */
  readonly governing: readonly Track[];
  /** What it may be, where only the authority can decide. */
  readonly open: readonly Track[];
}

/** A procedure that asks for one fact at a time and goes on with its value. */
export type Inquiry<T> = Generator<FactName, T, string>;

function* ask<F extends FactName>(fact: F): Inquiry<FactValue<F>> {
  return (yield fact) as FactValue<F>;
}

type Eligibility = 'covered' | 'not-covered' | 'authority-decides';

/** Whether ældreloven § 2 covers the citizen: ael-2-1 (four tests), ael-2-2 (below pension age), since 1 July 2025. */
function* eligibility(): Inquiry<Eligibility> {
  if ((yield* ask('pensionAge')) === 'not-reached')
    return (yield* ask('comparableNeed')) === 'yes' ? 'covered' : 'not-covered';
  if ((yield* ask('ageRelatedLoss')) === 'no') return 'not-covered';
  return (yield* ask('careNeed')) === 'no' ? 'authority-decides' : 'covered';
}

/** ael-46-2 and stk. 4 suspend ældreloven §§ 10, 13 and 14 only; §§ 16 and 17 hold from the first day. */
const suspendedNeeds: readonly FactValue<'need'>[] = ['regain', 'maintain', 'rehabilitation', 'help', 'meals'];
const ended: readonly FactValue<'earlierDecision'>[] = ['sel-83', 'sel-83a', 'sel-86-1'];

/**
 * The decision procedure (fact sheet, rows W02–W27) for one day. It decides nothing by itself: which provision a need
 * leads to under which rules on that day stands in knowledge/regimes.yaml.
 */
export function* determine(knowledge: Knowledge, date: CivilDate): Inquiry<Determination> {
  const tracksOf = (regime: string) => knowledge.regimeOn(regime, date)?.tracks;
  const lookUp = (regime: string, key: string): readonly Track[] => {
    const tracks = tracksOf(regime)?.[key];
    if (!tracks)
      throw new InternalError(
        `The regime "${regime}" has no track "${key}".`,
        'A rule looked up what no data holds.',
        'Add the track in knowledge/regimes.yaml.',
      );
    return tracks;
  };

  if (!tracksOf('adults')) return { situation: 'not-covered', governing: [], open: [] };

  const need = yield* ask('need');
  const plan = yield* ask('hospitalPlan');
  if (plan === 'none') return yield* withoutPlan(need);
  const planned = settled('hospital-plan', yield* lookUpHoused('hospital-plan', plan));
  if (need === 'regain') return planned;
  const beside = yield* withoutPlan(need);
  return { ...beside, governing: [...planned.governing, ...beside.governing], open: [...planned.open, ...beside.open] };

  /** Tracks that differ by housing have keys such as "meals-in-care-home"; housing is asked for only then. */
  function* lookUpHoused(regime: string, key: string): Inquiry<readonly Track[]> {
    const tracks = tracksOf(regime) ?? {};
    if (!Object.keys(tracks).some((name) => name.startsWith(`${key}-in-`))) return lookUp(regime, key);
    return tracks[`${key}-in-${yield* ask('housing')}`] ?? lookUp(regime, key);
  }

  /** The need on its own, beside any plan. */
  function* withoutPlan(wanted: FactValue<'need'>): Inquiry<Determination> {
    const municipal = yield* municipalTrack(wanted);
    const regional =
      wanted === 'stay' && municipal.situation !== 'kept-without-end' ? tracksOf('regional-stay')?.[wanted] : undefined;
    return regional ? either({ situation: 'authority-decides', governing: regional, open: [] }, municipal) : municipal;
  }

  function* municipalTrack(wanted: FactValue<'need'>): Inquiry<Determination> {
    const adults = (as: Situation): Determination => settled(as, lookUp('adults', wanted));
    if (wanted === 'nursing' || wanted === 'physiotherapy') return adults('health-service');
    if (!tracksOf('older-people')) return adults('adults-before-reform');
    if ((yield* ask('personalAssistance')) === 'yes') return adults('personal-assistance');

    const earlier = yield* ask('earlierDecision');
    const kept = tracksOf('earlier-decisions') ?? {};
    if (kept[`${earlier}-${wanted}-without-end`]) return adults('kept-without-end');
    let as: Situation = 'older-people';
    if (kept[earlier] && suspendedNeeds.includes(wanted)) {
      if ((yield* ask('needChanged')) === 'no')
        return settled('kept-decision', kept[`${earlier}-${wanted}`] ?? lookUp('adults', wanted));
      as = 'need-changed';
    } else if (earlier === 'sel-86-2' && wanted === 'maintain' && (yield* ask('needChanged')) === 'no') {
      // ael-46 keeps § 86, stk. 1, and says nothing of stk. 2: no text settles which act the old decision stands on.
      const basis = yield* eligibility();
      return basis === 'not-covered'
        ? adults('adults')
        : either(settled('older-people', yield* lookUpHoused('older-people', wanted)), adults('adults'));
    } else if (ended.includes(earlier) && !kept[earlier]) as = 'transition-over';

    const basis = yield* eligibility();
    if (basis === 'not-covered') return adults('adults');
    const older = settled(as, yield* lookUpHoused('older-people', wanted));
    return basis === 'covered' ? older : either(older, adults('adults'));
  }

  /** One track is an answer; of several the authority chooses. */
  function settled(as: Situation, tracks: readonly Track[]): Determination {
    return tracks.length === 1
      ? { situation: as, governing: tracks, open: [] }
      : { situation: 'authority-decides', governing: [], open: tracks };
  }

  function either(one: Determination, other: Determination): Determination {
    const tracks = new Map(
      [one, other].flatMap(({ governing, open }) => [...governing, ...open]).map((track) => [track.provision, track]),
    );
    return { situation: 'authority-decides', governing: [], open: [...tracks.values()] };
  }
}
