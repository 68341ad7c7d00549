import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../dates/index.ts';

export const text = z.string().trim().min(1);
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'an id is ASCII kebab-case, such as "sel-86-1"');
export const day = z.custom<CivilDate>(
  (value) => typeof value === 'string' && isCivilDate(value),
  'a date is an existing day as YYYY-MM-DD',
);

/** How sure we are: read in the text itself, follows from the text, or not settled by any text we have read. */
export const certaintySchema = z.enum(['verified', 'inferred', 'open']);
export type Certainty = z.infer<typeof certaintySchema>;

/** A pointer into a source: its id, the place in it, and nothing else. Never a pasted link. */
export const citationSchema = z.strictObject({ source: slug, at: text });
export type Citation = z.infer<typeof citationSchema>;

/** Who decides, in the user's words on the card: the municipality or, for some provisions from 2027, the region. */
export const authoritySchema = z.enum(['municipality', 'region']);
export type Authority = z.infer<typeof authoritySchema>;

/** What every dated value has: since when, how sure, on what it stands and when that was last read. */
export const dated = {
  validFrom: day,
  /** `at-latest`: the text held on this day, and the day it began has not been read. */
  start: z.enum(['exact', 'at-latest']).default('exact'),
  certainty: certaintySchema,
  /** What is inferred or open, said in Danish to the user. Required unless certainty is `verified`. */
  doubt: text.optional(),
  citations: z.array(citationSchema).min(1),
  verifiedOn: day,
};

export const doubtIsSaid = (value: { certainty: Certainty; doubt?: string | undefined }): boolean =>
  value.certainty === 'verified' || value.doubt !== undefined;
export const doubtMessage = { message: 'what is inferred or open must be said: add `doubt`', path: ['doubt'] };

/** A sentence on a card. Without citations of its own it stands on those of the value that holds it. */
export const statementSchema = z.union([
  text.transform((said) => ({ text: said, citations: [] as Citation[] })),
  z.strictObject({ text, citations: z.array(citationSchema).min(1) }),
]);
export type Statement = z.infer<typeof statementSchema>;

/** What a provision says from a day on. */
export const wordingSchema = z
  .strictObject({
    ...dated,
    status: z.literal('in-force').default('in-force'),
    title: text,
    gives: text,
    strength: z.enum(['must', 'may', 'rule']),
    conditions: z.array(statementSchema).default([]),
    remember: z.array(statementSchema).default([]),
    decidedBy: authoritySchema,
  })
  .refine(doubtIsSaid, doubtMessage);
export type Wording = z.infer<typeof wordingSchema>;

/** From this day the provision gives nothing any more. */
export const repealSchema = z
  .strictObject({ ...dated, status: z.literal('repealed'), replacedBy: z.array(slug).default([]), note: text })
  .refine(doubtIsSaid, doubtMessage);
export type Repeal = z.infer<typeof repealSchema>;

export const provisionSchema = z.strictObject({
  id: slug,
  /** As shown to users: "serviceloven § 86, stk. 1". */
  label: text,
  /** Other ways staff and systems write it. */
  aliases: z.array(text).default([]),
  values: z.array(z.union([repealSchema, wordingSchema])).min(1),
});
export type Provision = z.infer<typeof provisionSchema>;

/** Folkepensionsalder for those born from a day on (null: everyone before the first day). */
export const pensionAgeSchema = z
  .strictObject({
    bornFrom: day.nullable(),
    years: z.int().min(60).max(80),
    months: z.int().min(0).max(11),
    certainty: certaintySchema,
    doubt: text.optional(),
    citations: z.array(citationSchema).min(1),
    verifiedOn: day,
  })
  .refine(doubtIsSaid, doubtMessage);
export type PensionAge = z.infer<typeof pensionAgeSchema>;

/** One file in knowledge/law: an act with the provisions of it that the guide uses. */
export const actSchema = z.strictObject({
  act: slug,
  title: text,
  abbreviation: text,
  provisions: z.array(provisionSchema).min(1),
  pensionAges: z.array(pensionAgeSchema).default([]),
});
export type Act = z.infer<typeof actSchema>;

/** A document that we cite. */
export const sourceSchema = z.strictObject({
  id: slug,
  title: text,
  kind: z.enum(['act', 'order', 'guidance', 'standard', 'note', 'page']),
  publisher: text,
  /** Absent when the document has no public address that we know. */
  link: z.url({ protocol: /^https$/u }).optional(),
  fetchedOn: day,
  note: text.optional(),
});
export type Source = z.infer<typeof sourceSchema>;
export const sourcesFileSchema = z.strictObject({ sources: z.array(sourceSchema).min(1) });

/** A Danish term: what it means, what the code calls it, and what people also write. */
export const termSchema = z.strictObject({
  id: slug,
  danish: text,
  english: text,
  definition: text,
  synonyms: z.array(text).default([]),
  citations: z.array(citationSchema).default([]),
});
export type Term = z.infer<typeof termSchema>;
export const glossaryFileSchema = z.strictObject({ terms: z.array(termSchema).min(1) });

/** Which provision a need leads to under a set of rules; `with` are the provisions read together with it. */
export const trackSchema = z
  .strictObject({
    provision: slug,
    with: z.array(slug).default([]),
    certainty: certaintySchema.default('verified'),
    doubt: text.optional(),
  })
  .refine(doubtIsSaid, doubtMessage);
export type Track = z.infer<typeof trackSchema>;

/** From a day on: where each case leads. `null` says that nothing leads anywhere from that day. */
export const regimeValueSchema = z.strictObject({
  validFrom: day,
  start: z.enum(['exact', 'at-latest']).default('exact'),
  tracks: z.record(slug, z.array(trackSchema).min(1)).nullable(),
  citations: z.array(citationSchema).min(1),
  verifiedOn: day,
});
export type RegimeValue = z.infer<typeof regimeValueSchema>;

/** A set of rules that governs some cases, by date. */
export const regimeSchema = z.strictObject({ id: slug, title: text, values: z.array(regimeValueSchema).min(1) });
export type Regime = z.infer<typeof regimeSchema>;

/** What a duty demands from a day on, in the words of the card. */
export const dutyValueSchema = z
  .strictObject({
    ...dated,
    statement: text,
    /** Whom the duty says to contact, where it says whom. */
    recipient: authoritySchema.optional(),
    details: z.array(statementSchema).default([]),
    /** What belongs to the duty's own card and would crowd others. */
    more: z.array(statementSchema).default([]),
  })
  .refine(doubtIsSaid, doubtMessage);
export type DutyValue = z.infer<typeof dutyValueSchema>;
export const dutySchema = z.strictObject({ id: slug, title: text, values: z.array(dutyValueSchema).min(1) });
export type Duty = z.infer<typeof dutySchema>;

/** knowledge/regimes.yaml. */
export const regimesFileSchema = z.strictObject({ regimes: z.array(regimeSchema).min(1) });
/** One point of a checklist: what to make sure of, what to do when it is missing, and who usually does it. */
export const checklistPointSchema = z
  .strictObject({
    id: slug,
    title: text,
    asks: text,
    todo: z.array(statementSchema).min(1),
    who: text,
    certainty: certaintySchema,
    doubt: text.optional(),
    citations: z.array(citationSchema).min(1),
    verifiedOn: day,
  })
  .refine(doubtIsSaid, doubtMessage);
export type ChecklistPoint = z.infer<typeof checklistPointSchema>;

/** One file in knowledge/checklists: the points of one course. */
export const checklistSchema = z.strictObject({
  course: slug,
  title: text,
  points: z.array(checklistPointSchema).min(1),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** One file in knowledge/duties. */
export const dutiesFileSchema = z.strictObject({ duties: z.array(dutySchema).min(1) });
