import type { Knowledge, Standard } from '../../knowledge/index.ts';
import { phoneDigits } from './phone.ts';

/** Numbers and addresses that may be written, because an office gives them itself. */
export interface Offices {
  /** Danish numbers as eight digits. */
  readonly phones: ReadonlySet<string>;
  /** In lower case. */
  readonly emails: ReadonlySet<string>;
}

/** Knows of no office: every number counts as a person's. */
export const noOffices: Offices = { phones: new Set(), emails: new Set() };

const known = new WeakMap<Knowledge, Offices>();

/** The offices that the knowledge names as contacts. Worked out once for each knowledge. */
export const officesOf = (knowledge: Knowledge): Offices => {
  const before = known.get(knowledge);
  if (before) return before;
  const standards: readonly Standard[] = [
    ...knowledge.municipalities.flatMap((municipality) => municipality.standards),
    ...knowledge.guidance,
  ];
  const contacts = standards.flatMap((standard) => standard.contacts);
  const offices: Offices = {
    phones: new Set(contacts.flatMap(({ phone }) => (phone === undefined ? [] : [phoneDigits(phone)]))),
    emails: new Set(contacts.flatMap(({ email }) => (email === undefined ? [] : [email.toLowerCase()]))),
  };
  known.set(knowledge, offices);
  return offices;
};
