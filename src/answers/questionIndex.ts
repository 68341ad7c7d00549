import type { CivilDate } from '../dates/index.ts';
import type { Article, Knowledge, Outside, Standard, StandardFact } from '../knowledge/index.ts';
import { SearchIndex, type Subject } from '../language/index.ts';
import { Names } from './scope.ts';

/** More of what the municipalities say about a subject tells the search nothing new, however many they are. */
const mostFacts = 40;

/** A fact with the standard that it stands in. */
export interface FactOf {
  readonly standard: Standard;
  readonly fact: StandardFact;
}

/** What is built once from the knowledge, so that a question is answered at once. */
export interface QuestionIndex {
  readonly knowledge: Knowledge;
  readonly search: SearchIndex;
  readonly names: Names;
  /** The facts of all standards by the article they belong to, in the order of the files. */
  readonly factsOf: ReadonlyMap<string, readonly FactOf[]>;
}

const bodyOf = ({ title, answers }: Article, facts: readonly FactOf[]): readonly string[] => {
  const latest = answers.slice(-2);
  const told = facts.slice(0, mostFacts).flatMap(({ fact }) => fact.values.slice(-1).map(({ text }) => text));
  return [title, ...latest.flatMap(({ say, points }) => [say, ...points.map(({ text }) => text)]), ...new Set(told)];
};

const subjectOf = (article: Article, facts: readonly FactOf[]): Subject => ({
  id: article.id,
  asks: [...article.asks, ...article.asksEnglish, article.title],
  body: bodyOf(article, facts),
});
const outsideSubject = ({ id, title, asks, asksEnglish }: Outside): Subject => ({
  id,
  asks: [...asks, ...asksEnglish, title],
  body: [],
});

/** Reads the articles and the terms into an index. Takes some hundred milliseconds; pure. */
export const questionIndex = (knowledge: Knowledge): QuestionIndex => {
  const factsOf = new Map<string, FactOf[]>();
  const standards = [...knowledge.guidance, ...knowledge.municipalities.flatMap((one) => one.standards)];
  for (const standard of standards)
    for (const fact of standard.facts)
      for (const id of fact.articles) {
        const told = factsOf.get(id) ?? [];
        told.push({ standard, fact });
        factsOf.set(id, told);
      }
  const groups = [...knowledge.words.groups, ...knowledge.terms.map(({ danish, synonyms }) => [danish, ...synonyms])];
  const subjects = [
    ...knowledge.articles.map((article) => subjectOf(article, factsOf.get(article.id) ?? [])),
    ...knowledge.outside.map(outsideSubject),
  ];
  const search = new SearchIndex(subjects, { groups, english: knowledge.words.english });
  return { knowledge, search, names: new Names(knowledge, search), factsOf };
};

/** What a fact says on a day; undefined before it began. */
export const factOn = ({ fact, standard }: FactOf, date: CivilDate): StandardFact['values'][number] | undefined =>
  fact.values.findLast(({ validFrom = standard.validFrom }) => validFrom <= date);
