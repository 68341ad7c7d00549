/**
 * What is true, and since when. Promises that every lookup takes a date, that every value has a source, and that bad data
 * is refused whole. Never guesses and never changes what it has read.
 */
export {
  inspectKnowledge,
  loadKnowledge,
  locateFaults,
  readDataFile,
  dataFiles,
  type DataFile,
  type PlacedFault,
} from './load.ts';
export { normalise } from './normalise.ts';
export { Knowledge, valueOn, type KnowledgeData, type ProvisionOn } from './Knowledge.ts';
export {
  actSchema,
  checklistSchema,
  citationSchema,
  dutiesFileSchema,
  glossaryFileSchema,
  regimesFileSchema,
  sourcesFileSchema,
  type Authority,
  type Certainty,
  type Checklist,
  type ChecklistPoint,
  type Citation,
  type DutyValue,
  type Provision,
  type RegimeValue,
  type Source,
  type Statement,
  type Track,
  type Wording,
} from './schema.ts';
export {
  deadlinesFileSchema,
  type CalendarWords,
  type Counting,
  type DeadlineValue,
  type NationalDeadline,
} from './deadlineSchema.ts';
export { type DeadlineOn, type DeadlineStandard } from './deadlines.ts';
export {
  guidanceSchema,
  municipalitySchema,
  topics,
  type Contact,
  type DeadlineRule,
  type Municipality,
  type Standard,
  type StandardFact,
  type Topic,
} from './standardSchema.ts';
export {
  articlesFileSchema,
  lengthNamed,
  wordsFileSchema,
  type Article,
  type ArticleAnswer,
  type Outside,
  type WordsFile,
} from './articleSchema.ts';
