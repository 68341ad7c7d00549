import { z } from 'zod';
import { citationSchema, day, doubtIsSaid, doubtMessage, certaintySchema, slug, text } from './schema.ts';

/** What a quality standard can say something about; the same keys for every municipality. */
export const topics = [
  'legal-basis',
  'purpose',
  'target-group',
  'not-covered',
  'content',
  'not-included',
  'place',
  'extent',
  'deadline',
  'delivery',
  'supplier-demands',
  'citizen-duties',
  'price',
  'transport',
  'quality-goals',
  'follow-up',
  'end',
  'application',
  'complaint',
  'documentation',
  'home-as-workplace',
  'contact-duty',
  'checklist',
  'contacts',
  'background',
] as const;
export type Topic = (typeof topics)[number];

/** How a deadline is counted. The day of the event is day zero. */
export const deadlineSchema = z.strictObject({
  step: slug,
  /** The event it is counted from. */
  event: slug,
  length: z.int().min(1),
  unit: z.enum(['workdays', 'days', 'weeks', 'months']),
});
export type DeadlineRule = z.infer<typeof deadlineSchema>;

/** What holds today where a document has been overtaken by law, or where it is a local rule that the law does not have. */
const todaySchema = z
  .strictObject({
    kind: z.enum(['overtaken', 'local']),
    text,
    /** The same in English, with the Danish legal terms. */
    english: text.optional(),
    citations: z.array(citationSchema).min(1),
    certainty: certaintySchema,
    doubt: text.optional(),
  })
  .refine(doubtIsSaid, doubtMessage);

/** One fact of a document from a day on; without `validFrom` it began with the standard. */
const factValueSchema = z.strictObject({
  validFrom: day.optional(),
  text,
  /** The same in English, with the Danish legal terms. */
  english: text.optional(),
  /** Where it stands in the document. */
  at: text,
  deadline: deadlineSchema.optional(),
  today: todaySchema.optional(),
});

export const standardFactSchema = z.strictObject({
  id: slug,
  topic: z.enum(topics),
  /** The articles that this fact helps to answer. */
  articles: z.array(slug).default([]),
  values: z.array(factValueSchema).min(1),
});
export type StandardFact = z.infer<typeof standardFactSchema>;

/** A way to reach someone about a topic. */
export const contactSchema = z.strictObject({
  id: slug,
  name: text,
  about: text,
  /** The articles that this contact helps to answer. */
  articles: z.array(slug).default([]),
  phone: text.optional(),
  email: text.optional(),
  link: z.url({ protocol: /^https?$/u }).optional(),
  /** When they can be reached, where the document says so. */
  hours: text.optional(),
  /** The document says that a case can begin here: whoever wants an assessment can turn to it. */
  entrance: z.boolean().default(false),
  at: text,
});
export type Contact = z.infer<typeof contactSchema>;

/** One document about one service. `history` is shown with its date and never as today's rule. */
export const standardSchema = z.strictObject({
  id: slug,
  title: text,
  source: slug,
  provisions: z.array(slug).min(1),
  status: z.enum(['current', 'history']),
  /** Said with everything from this document, such as how old it is and for whom it still holds. */
  note: text,
  /** The same in English. */
  noteEnglish: text,
  validFrom: day,
  start: z.enum(['exact', 'at-latest']),
  verifiedOn: day,
  /** Which days beside public holidays do not count as hverdage in this document. */
  daysOff: z.strictObject({ constitutionDay: z.boolean(), christmasEve: z.boolean(), newYearsEve: z.boolean() }),
  facts: z.array(standardFactSchema).min(1),
  contacts: z.array(contactSchema).default([]),
});
export type Standard = z.infer<typeof standardSchema>;

/** One file in knowledge/municipalities. `unnamed`: the document does not say which municipality it is from. */
export const municipalitySchema = z.strictObject({
  id: slug,
  name: text,
  unnamed: z.boolean().default(false),
  /** How people write it. */
  aliases: z.array(text).default([]),
  standards: z.array(standardSchema).min(1),
});
export type Municipality = z.infer<typeof municipalitySchema>;

/** One file in knowledge/guidance: a national document told like a standard. */
export const guidanceSchema = z.strictObject({ guidance: standardSchema });
