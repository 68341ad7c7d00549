import { createHash } from 'node:crypto';
import type { CivilDate } from '../dates/index.ts';
import type { Article, Knowledge, Municipality, Outside, Standard, StandardFact } from '../knowledge/index.ts';
import {
  buildIndex,
  keepIndex,
  openIndex,
  type KeptIndex,
  type SearchIndex,
  type Subject,
  type Thesaurus,
} from '../language/index.ts';
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
  /** The municipalities whose standards the guide has. */
  readonly read: ReadonlySet<string>;
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

/** Where an index is kept between starts, under a digest of the texts that it was built from. */
export interface IndexShelf {
  /** What was kept; undefined when nothing was that can be used. Never throws. */
  readonly take: (texts: string) => KeptIndex | undefined;
  /** Keeps it, if it can. Never throws. */
  readonly put: (texts: string, index: KeptIndex) => void;
}

/** A kept index, unless it has another form than one of ours. */
const opened = (kept: KeptIndex | undefined): SearchIndex | undefined => {
  try {
    return kept && openIndex(kept);
  } catch {
    return undefined;
  }
};

/** The index as it was kept, or else built, which takes some hundred milliseconds. */
const searchOf = (subjects: readonly Subject[], thesaurus: Thesaurus, shelf: IndexShelf | undefined): SearchIndex => {
  if (!shelf) return buildIndex(subjects, thesaurus);
  const texts = createHash('sha256')
    .update(JSON.stringify([subjects, thesaurus]))
    .digest('hex');
  const kept = opened(shelf.take(texts));
  if (kept) return kept;
  const search = buildIndex(subjects, thesaurus);
  shelf.put(texts, keepIndex(search));
  return search;
};

const built = new WeakMap<Knowledge, QuestionIndex>();

/** The index of some knowledge: made once, from what stands on the shelf or anew. */
export const questionIndex = (knowledge: Knowledge, shelf?: IndexShelf): QuestionIndex => {
  const index = built.get(knowledge) ?? build(knowledge, shelf);
  built.set(knowledge, index);
  return index;
};

const build = (knowledge: Knowledge, shelf: IndexShelf | undefined): QuestionIndex => {
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
  const { english, spoken, everyday } = knowledge.words;
  const search = searchOf(subjects, { groups, english, spoken, everyday }, shelf);
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
    read: new Set(knowledge.municipalities.filter(({ unnamed }) => !unnamed).map(({ id }) => id)),
    outside,
    acts: actsIn(knowledge),
    dangerIn: dangersIn(knowledge.words, outside),
  };
};

/** What a fact says on a day; undefined before it began. */
export const factOn = ({ fact, standard }: FactOf, date: CivilDate): StandardFact['values'][number] | undefined =>
  fact.values.findLast(({ validFrom = standard.validFrom }) => validFrom <= date);
