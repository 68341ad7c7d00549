/**
 * Free text in, what to answer out. Promises that an answer is an article with its facts by reference, that it never
 * guesses below its thresholds, and that the same text on the same day is answered alike. Never keeps what it reads.
 */
export type { Question } from './asked.ts';
export { answerAbout, answerTo } from './answerTo.ts';
export { questionIndex, type IndexShelf, type QuestionIndex } from './questionIndex.ts';
export type { KeptIndex } from '../language/index.ts';
export { isEnglish } from './english.ts';
export { asks } from './sentences.ts';
export { storyIn } from './story.ts';
export { supposedFacts } from './whatIf.ts';
export type { FactFound } from '../language/index.ts';
export type * from './reply.ts';
