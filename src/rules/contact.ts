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
  /** True when it is a change that is told: then the list of the duty `contact-what-to-say` is filled in. */
  readonly isChange: boolean;
  /** The course that the municipality's own standards are looked up by, when it is theirs and known. */
  readonly course?: string;
}

const whomToComplainTo: Readonly<Record<string, string>> = {
  refusal: 'complaint-decision',
  ended: 'complaint-decision',
  treatment: 'complaint-health',
  rights: 'complaint-health',
  waiting: 'complaint-waiting',
  conduct: 'complaint-conduct',
};
const trackOfPlan: Readonly<Record<string, string>> = {
  general: 'plan-general',
  'specialised-training': 'plan-specialised',
  'specialised-rehabilitation': 'plan-specialised',
};
/** Provisions that tell by themselves whom a question is for. All others are the municipality's. */
const trackOfProvision: Readonly<Record<string, string>> = {
  'sul-140': 'plan-general',
  'sul-139a': 'plan-general',
  'sul-139b': 'plan-specialised',
  'sul-118e': 'regional-place',
};
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
    return { whom: whomToComplainTo[about] ?? 'complaint-routes', draft: 'contact-draft-complaint', isChange: false };
  if (track !== undefined) return on(track);
  const planned = trackOfPlan[hospitalPlan ?? ''];
  if (planned !== undefined) return on(planned);
  if (course === undefined || hospitalPlan === 'unknown' || eitherHas.includes(course)) return on('unknown', course);
  return on('everyday', course);
};

/** Whom a question is for that names these provisions, when no case is told. */
export const handoverOfQuestion = (provisions: readonly string[]): Handover => {
  const [only, ...others] = new Set(provisions.flatMap((id) => trackOfProvision[id] ?? []));
  const track = only === undefined ? 'everyday' : others.length > 0 ? 'unknown' : only;
  return { ...on(track), draft: 'contact-draft-question', isChange: false };
};
