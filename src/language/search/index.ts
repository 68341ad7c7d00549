export { SearchIndex, type Found, type Hit, type Subject } from './SearchIndex.ts';
export { wordsOf, type Word } from './words.ts';
export { Vocabulary, type Reading, type Thesaurus } from './vocabulary.ts';
