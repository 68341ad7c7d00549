import type { CivilDate } from '../dates/index.ts';
import type { Article, Knowledge, Municipality, Outside, Standard, StandardFact } from '../knowledge/index.ts';
import { SearchIndex, type Subject } from '../language/index.ts';
import { Names } from './scope.ts';
import { actsIn } from './statute.ts';
import { dangersIn } from './urgent.ts';

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
  /** What can be asked and is not answered, by id. */
  readonly outside: ReadonlyMap<string, Outside>;
  /** What the ids of an act's sources hold, by every word that the act is called by. */
  readonly acts: ReadonlyMap<string, string>;
  /** What a text that tells of danger to life is answered with, before anything is looked up. */
  readonly dangerIn: (text: string) => Outside | undefined;
  /** The municipality that a standard is from; none for a national document. */
  readonly ownerOf: ReadonlyMap<Standard, Municipality>;
  /** By article: the municipalities and documents whose facts answer it, by id. */
  readonly speaking: ReadonlyMap<string, Speaking>;
}

/** Who says something about a subject. */
export interface Speaking {
  /** Municipalities that name themselves. */
  readonly municipalities: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
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
  isOutside: true,
});

const built = new WeakMap<Knowledge, QuestionIndex>();

/** The index of some knowledge: built once, which takes some hundred milliseconds. */
export const questionIndex = (knowledge: Knowledge): QuestionIndex => {
  const index = built.get(knowledge) ?? build(knowledge);
  built.set(knowledge, index);
  return index;
};

const build = (knowledge: Knowledge): QuestionIndex => {
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
  const search = new SearchIndex(subjects, {
    groups,
    english: knowledge.words.english,
    spoken: knowledge.words.spoken,
  });
  const outside = new Map(knowledge.outside.map((one) => [one.id, one]));
  const ownerOf = new Map(knowledge.municipalities.flatMap((one) => one.standards.map((standard) => [standard, one])));
  const speaking = new Map(
    [...factsOf].map(([id, facts]) => {
      const owners = facts.flatMap(({ standard }) => ownerOf.get(standard) ?? []);
      return [
        id,
        {
          municipalities: new Set(owners.filter(({ unnamed }) => !unnamed).map((owner) => owner.id)),
          documents: new Set(facts.map(({ standard }) => standard.id)),
        },
      ];
    }),
  );
  return {
    knowledge,
    search,
    names: new Names(knowledge, search),
    factsOf,
    ownerOf,
    speaking,
    outside,
    acts: actsIn(knowledge),
    dangerIn: dangersIn(knowledge.words, outside),
  };
};

/** What a fact says on a day; undefined before it began. */
export const factOn = ({ fact, standard }: FactOf, date: CivilDate): StandardFact['values'][number] | undefined =>
  fact.values.findLast(({ validFrom = standard.validFrom }) => validFrom <= date);
