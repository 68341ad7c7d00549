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
