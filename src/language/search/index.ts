export { buildIndex, type Subject } from './buildIndex.ts';
export { keepIndex, openIndex, type KeptIndex } from './keptIndex.ts';
export type { Found, Hit, SearchIndex } from './SearchIndex.ts';
export type { Thesaurus } from './thesaurus.ts';
export { wordsOf, type Word } from './words.ts';
export type { Reading } from './vocabulary.ts';
