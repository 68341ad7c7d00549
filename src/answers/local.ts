import type { Article, Municipality, Standard } from '../knowledge/index.ts';
import type { Word } from '../language/index.ts';
import type { Asked } from './asked.ts';
import { factOn, type QuestionIndex } from './questionIndex.ts';
import type { LocalFact, LocalPart } from './reply.ts';

/** More than these on one card bury the one that was asked for. */
const mostFacts = 8;

/** True when two things are of the same kind of training, as far as the words say which. */
export const speaksOf = (standard: Standard, words: readonly Word[]): boolean => {
  const keys = words.map(({ key }) => key).join(' ');
  const regain = /genoptr|optraen|§86\.1|retrain/u.test(keys);
  const maintain = /vedl|holde ved lige|§86\.2|maint|samvaer|aktivitetscent/u.test(keys);
  if (regain === maintain) return true;
  const isMaintaining = standard.provisions.includes('sel-86-2');
  const isRegaining = standard.provisions.some((id) => id === 'sel-86-1' || id === 'sul-140');
  return maintain ? isMaintaining : isRegaining;
};

/** Asked when, a day that is counted stands before all else. */
const whenWords = new Set([
  'hvornaar',
  'frist',
  'fristen',
  'senest',
  'hurtigt',
  'dage',
  'when',
  'deadline',
  'soon',
  'quickly',
]);

/** What the documents in question say about an article's subject on a day, best match first. */
export const partsOf = (
  index: QuestionIndex,
  article: Article,
  { words, likeness, date }: Asked,
  isMeant: (standard: Standard, owner: Municipality | undefined) => boolean,
): readonly LocalPart[] => {
  const asksWhen = words.some(({ key }) => whenWords.has(key));
  const byStandard = new Map<Standard, { fact: LocalFact; isFirst: boolean; match: number }[]>();
  for (const one of index.factsOf.get(article.id) ?? []) {
    const value = factOn(one, date);
    const { standard, fact } = one;
    if (!value || !isMeant(standard, index.ownerOf.get(standard))) continue;
    const told = byStandard.get(standard) ?? [];
    told.push({
      fact: { id: fact.id, value },
      isFirst: asksWhen && value.deadline !== undefined,
      match: likeness([value.text, value.english].join(' ')),
    });
    byStandard.set(standard, told);
  }
  const { knowledge } = index;
  for (const standard of [...knowledge.guidance, ...knowledge.municipalities.flatMap((one) => one.standards)])
    if (
      !byStandard.has(standard) &&
      standard.contacts.some(({ articles }) => articles.includes(article.id)) &&
      isMeant(standard, index.ownerOf.get(standard))
    )
      byStandard.set(standard, []);
  const all = [...byStandard];
  const spoken = all.filter(([standard]) => speaksOf(standard, words));
  return (spoken.length > 0 ? spoken : all).map(([standard, told]) => ({
    standard,
    owner: index.ownerOf.get(standard),
    facts: told
      .sort((one, other) => Number(other.isFirst) - Number(one.isFirst) || other.match - one.match)
      .slice(0, mostFacts)
      .map(({ fact }) => fact),
    contacts: standard.contacts.filter(({ articles }) => articles.includes(article.id)),
  }));
};
