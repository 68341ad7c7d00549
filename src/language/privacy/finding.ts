/** What kind of personal data was seen. */
export type FindingKind =
  | 'cpr'
  | 'birth-date'
  | 'phone'
  | 'email'
  | 'address'
  | 'name'
  | /* a part of a name, with a detail */ 'name-with-detail'
  | /* too long to be read */ 'unread';

/** Where personal data stands in a text, from `start` to before `end`. Never what it says. */
export interface Finding {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
}
