import type { CivilDate } from '../dates/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Verdict } from './decide.ts';
import type { Facts } from './facts.ts';

/** Whether staff are to contact the municipality. There is no value for "no need": a change always has to be told. */
export type ContactVerdict = 'must' | 'should' | 'must-if-changed';

/**
 * The duty to contact (duty `contact-on-change`): a changed need is to be told now; an open outcome is the authority's to
 * settle; otherwise the duty arises with the next change.
 */
export const contactVerdict = (decision: Verdict, facts: Facts): ContactVerdict => {
  if (facts.needChanged === 'yes') return 'must';
  return decision.candidates.length > 0 || decision.governing.length === 0 ? 'should' : 'must-if-changed';
};

/** What a case is taken up with others as: names the duties that say whom to contact and how to begin. */
export interface Handover {
  /** What it is about, as far as it decides whom to contact; undefined for a complaint. */
  readonly track?: string;
  /** The duty that says whom to contact. */
  readonly whom: string;
  /** The duty that a message begins with. */
  readonly draft: string;
  /** True when it is a change that is told: then the list of the duty `contact-draft-change` is filled in. */
  readonly isChange: boolean;
  /** True when it is a complaint about a decision, which reached the citizen on a day. */
  readonly isDecision?: boolean;
  /** The course that the municipality's own standards are looked up by, when it is theirs and known. */
  readonly course?: string;
}

const decisionComplaint = { whom: 'complaint-decision', draft: 'contact-draft-complaint-decision', isDecision: true };
const healthComplaint = { whom: 'complaint-health', draft: 'contact-draft-complaint-health' };
const complaints: Readonly<Record<string, Pick<Handover, 'whom' | 'draft' | 'isDecision'>>> = {
  refusal: decisionComplaint,
  ended: decisionComplaint,
  treatment: healthComplaint,
  rights: healthComplaint,
  waiting: { whom: 'complaint-waiting', draft: 'contact-draft-complaint' },
  conduct: { whom: 'complaint-conduct', draft: 'contact-draft-complaint-conduct' },
};
const trackOfPlan: Readonly<Record<string, string>> = {
  general: 'plan-general',
  'specialised-training': 'plan-specialised',
  'specialised-rehabilitation': 'plan-specialised',
};
/** Services of sundhedsloven: no one has to settle whether ældreloven or serviceloven governs them. */
const healthServices: readonly (string | undefined)[] = ['nursing', 'physiotherapy'];
/** Provisions that tell by themselves whom a question is for. All others are the municipality's. */
const trackOfProvision: Readonly<Record<string, string>> = {
  'sul-138': 'nursing',
  'sul-140': 'plan-general',
  'sul-139a': 'plan-general',
  'sul-139b': 'plan-specialised',
  'sul-140a': 'physiotherapy',
  'sul-118e': 'regional-place',
  'sul-138a': 'unknown',
};
/** Provisions that hold for a plan of any kind, and so tell nothing of whose it is. */
const ofAnyPlan: readonly string[] = ['sul-84', 'gop-2', 'gop-4', 'gop-5', 'gop-6', 'gop-7'];
/** Courses of which the law does not say by their name alone whether they are the municipality's or the region's. */
const eitherHas: readonly (string | undefined)[] = ['hospital-plan', 'round-the-clock', 'unknown'];

const on = (track: string, course?: string): Handover => ({
  track,
  whom: `contact-whom-${track}`,
  draft: `contact-draft-${track}`,
  isChange: true,
  ...(course === undefined ? {} : { course }),
});

/**
 * Whom the case behind named answers is taken up with. What is not known is never guessed: it is asked of the municipality,
 * which must guide (duty `contact-whom-unknown`).
 */
export const handoverOf = (answers: Readonly<Record<string, string>>): Handover => {
  const { about, track, hospitalPlan, need, course = need } = answers;
  if (about !== undefined)
    return {
      ...(complaints[about] ?? { whom: 'complaint-routes', draft: 'contact-draft-complaint' }),
      isChange: false,
    };
  if (track !== undefined) return on(track);
  if (need !== undefined && healthServices.includes(need)) return on(need, need);
  const planned = trackOfPlan[hospitalPlan ?? ''];
  if (planned !== undefined) return on(planned);
  if (course === undefined || hospitalPlan === 'unknown' || eitherHas.includes(course)) return on('unknown', course);
  const everyday = on('everyday', course);
  return answers.personalAssistance === 'yes'
    ? { ...everyday, whom: 'contact-whom-personal-assistance', draft: 'contact-draft-personal-assistance' }
    : everyday;
};

/**
 * Whom a question is for that names these provisions on a day, when no case is told. An answer also names what it sets its
 * subject apart from, so one provision among others decides nothing: only what all of them point to is taken. Where some of
 * them may be the region's, it is unknown.
 */
export const handoverOfQuestion = (knowledge: Knowledge, date: CivilDate, provisions: readonly string[]): Handover => {
  const isRegional = (track: string): boolean => knowledge.dutyOn(on(track).whom, date)?.recipient === 'region';
  const trackOf = (id: string): string => {
    const track = trackOfProvision[id] ?? 'everyday';
    // § 140 is about plans of every kind, and names no one where these are not all the municipality's.
    return id === 'sul-140' && isRegional('plan-specialised') ? 'unknown' : track;
  };
  const tracks = [...new Set(provisions.filter((id) => !ofAnyPlan.includes(id)).map(trackOf))];
  const [only = 'everyday', ...others] = tracks;
  const mixed = tracks.some((track) => track === 'unknown' || isRegional(track)) ? 'unknown' : 'everyday';
  return { ...on(others.length > 0 ? mixed : only), draft: 'contact-draft-question', isChange: false };
};
