import { z } from 'zod';
import { dated, doubtIsSaid, doubtMessage, slug, statementSchema, text } from './schema.ts';

/** A deadline's length in an article's text: the standard's id and the step's. For `matchAll` and `replace` only. */
export const lengthNamed = /\{length:([a-z0-9-]+)\/([a-z0-9-]+)\}/gu;

/**
 * What an article says from a day on. `{length:STANDARD/STEP}` is filled with a deadline's length ("7 dage") and
 * `{pensionAge}` with the folkepensionsalder of the day, so that a figure stands in one place only.
 */
export const articleAnswerSchema = z
  .strictObject({
    ...dated,
    /** The answer itself, in a few short sentences. */
    say: text,
    /** What belongs to it, a sentence or two each. */
    points: z.array(statementSchema).default([]),
    /** The same in English, with the Danish legal terms. */
    english: text,
    /** Every provision that the answer names. */
    provisions: z.array(slug).default([]),
  })
  .refine(doubtIsSaid, doubtMessage);
export type ArticleAnswer = z.infer<typeof articleAnswerSchema>;

/**
 * One thing that people ask about. A standard's fact names the articles that it belongs to; those facts are the answer
 * for its municipality, and `answers` is what holds everywhere.
 */
export const articleSchema = z.strictObject({
  id: slug,
  /** Fits in "… siger ikke noget om {title}": begins small unless it is a name. */
  title: text,
  titleEnglish: text,
  /** How people ask. The search learns from these; they are never shown. */
  asks: z.array(text).min(4),
  /** The same in English. */
  asksEnglish: z.array(text).default([]),
  answers: z.array(articleAnswerSchema).default([]),
  /** Each municipality has its own, such as a telephone number: of one that is not in the guide nothing is known. */
  isLocal: z.boolean().default(false),
  /** The guided dialog that goes further. */
  tree: slug.optional(),
  /** The facts that the article is about: a story that tells otherwise is not answered with it. */
  supposes: z.record(text, z.array(text).min(1)).default({}),
  /** Articles to offer next. */
  related: z.array(slug).default([]),
});
export type Article = z.infer<typeof articleSchema>;

/** What the guide does not answer: kindly told, with a way forward. */
export const outsideSchema = z.strictObject({
  id: slug,
  title: text,
  titleEnglish: text,
  asks: z.array(text).min(8),
  asksEnglish: z.array(text).default([]),
  say: text,
  english: text,
  /** Answered only when it is most surely meant: a wrong guess would hurt. */
  onlySurely: z.boolean().default(false),
});
export type Outside = z.infer<typeof outsideSchema>;

/** One file in knowledge/articles. */
export const articlesFileSchema = z.strictObject({
  articles: z.array(articleSchema).default([]),
  outside: z.array(outsideSchema).default([]),
});
export type ArticlesFile = z.infer<typeof articlesFileSchema>;

/** knowledge/words.yaml. */
export const wordsFileSchema = z.strictObject({
  /** Each group is one meaning. */
  groups: z.array(z.array(text).min(1)),
  /** English words, and what they are called in Danish. */
  english: z.record(text, text),
  /** How people name a standard or a municipality, by its id, beside its own name. */
  names: z.record(slug, z.array(text)).default({}),
  /** How short words are written as they are spoken, and what they are. */
  spoken: z.record(text, text).default({}),
  /** Words of the guide, each with words that people use for the same and that no text of the guide holds. */
  everyday: z.record(text, z.array(text).min(1)).default({}),
  /** Rows of words that mean danger to life: they are answered before anything is looked up. */
  urgent: z.array(text).default([]),
  /** Rows of words that mean that someone may not want to live: they are answered first, too. */
  despair: z.array(text).default([]),
  /** Every municipality there is, in the guide or not. */
  municipalities: z.array(text).default([]),
});
export type WordsFile = z.infer<typeof wordsFileSchema>;
