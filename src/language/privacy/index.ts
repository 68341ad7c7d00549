import { findAddresses } from './address.ts';
import { findCpr } from './cpr.ts';
import { findBirthDates, hasDetail } from './details.ts';
import { findEmail } from './email.ts';
import type { Finding } from './finding.ts';
import { fold } from './fold.ts';
import { findNames } from './names.ts';
import { noOffices, type Offices } from './offices.ts';
import { findPhones } from './phone.ts';
import { runsOf } from './runs.ts';
import { tokensOf } from './tokens.ts';

export type { Finding, FindingKind } from './finding.ts';
export { officesOf, type Offices } from './offices.ts';

/** Nobody asks at greater length; what is longer is not read, and nobody can vouch for it. */
const longestText = 20_000;

/**
 * Every place in a text that says who someone is: CPR numbers in any spelling, e-mail addresses, phone numbers that are no
 * office's, full names, street addresses, and parts of names or initials beside a birthday, an illness, a room or another of
 * these. In order of place; places may overlap. A text of more than 20,000 characters is not read, and counts as
 * personal data as a whole. Gives kinds and ranges, never the text. Pure, in time in proportion to the text's length, and
 * never throws.
 */
export const findPersonalData = (text: string, offices: Offices = noOffices): readonly Finding[] => {
  if (text.length > longestText) return [{ kind: 'unread', start: 0, end: text.length }];
  const folded = fold(text);
  const endAt = (last: number): number => last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  const tokens = tokensOf(folded.text);
  const runs = runsOf(tokens);
  const { full, parts } = findNames(tokens);
  const numbers = [
    ...findCpr(folded.text, tokens, runs),
    ...findEmail(folded.text, tokens, offices.emails),
    ...findPhones(tokens, runs, offices.phones),
    ...findAddresses(tokens),
  ];
  const born = findBirthDates(tokens, full.length + parts.length > 0);
  const hasMore = numbers.length + born.length > 0 || (parts.length > 0 && hasDetail(tokens));
  return [...numbers, ...full, ...born, ...(hasMore ? parts : [])]
    .map(({ kind, start, end }) => ({ kind, start: folded.at(start), end: endAt(folded.at(end - 1)) }))
    .sort((one, other) => one.start - other.start || one.end - other.end || one.kind.localeCompare(other.kind))
    .filter(({ kind, start, end }, at, all) => {
      const before = all[at - 1];
      return before?.kind !== kind || before.start !== start || before.end !== end;
    });
};

/** True when a text says who someone is. */
export const holdsPersonalData = (text: string, offices: Offices = noOffices): boolean =>
  findPersonalData(text, offices).length > 0;

/** Runs of clicks bear such ids, whose digits mean nothing. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const deepest = 8;

/**
 * True when any text within a value says who someone is, as what a card sends back may. What lies deeper than cards reach
 * counts as personal data too. Ids that were drawn by chance pass.
 */
export const holdsPersonalDataWithin = (value: unknown, offices: Offices = noOffices, depth = 0): boolean => {
  if (typeof value === 'string') return !uuid.test(value) && holdsPersonalData(value, offices);
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= deepest) return true;
  return Object.entries(value).some(
    ([key, inner]) => holdsPersonalData(key, offices) || holdsPersonalDataWithin(inner, offices, depth + 1),
  );
};
