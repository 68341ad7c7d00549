import type { ArticleAnswer } from '../knowledge/index.ts';
import type { Hit } from '../language/index.ts';
import type { Asked } from './asked.ts';
import { isSure } from './doubts.ts';
import { filled } from './fills.ts';
import { matchOf } from './inSameWords.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { ranked } from './rank.ts';
import type { Also, LocalPart } from './reply.ts';
import { toldOf } from './told.ts';
import { thresholds } from './tuning.ts';

/** A place is not asked about a subject behind these. */
const mostAsked = 12;

/** The point of an answer that is told in short that speaks in the question's own words, if one does. */
const pointIn = (answer: ArticleAnswer | undefined, { likeness }: Asked): Also['point'] =>
  answer?.points
    .map((point) => ({ point, match: matchOf(likeness, point.text) }))
    .filter(({ match }) => match > thresholds.sameWords)
    .sort((one, other) => other.match - one.match)[0]?.point;

/** The hits that fit nearly as well as the first, in short. */
export const alsoOf = (index: QuestionIndex, asked: Asked, [first, ...others]: readonly Hit[]): readonly Also[] => {
  if (!first) return [];
  const sure = isSure(asked, first);
  return others
    .filter(({ score }) => score >= (sure ? thresholds.alsoSure : thresholds.also) * first.score)
    .slice(0, sure ? thresholds.mostAlsoSure : thresholds.mostAlso)
    .flatMap(({ id }): Also[] => {
      const article = index.knowledge.article(id);
      if (!article) return [];
      const { written, parts } = toldOf(index, asked, article);
      if (!written && parts.length === 0) return [];
      const national = written && filled(index.knowledge, written, asked.date);
      return [{ article, national, point: pointIn(national, asked), parts }];
    });
};

/** Whether something is said of a place that is asked about, beside the law that its documents stand on. */
const speaksOfPlace = ({ municipalities }: Asked, parts: readonly LocalPart[]): boolean =>
  parts.some(
    ({ owner, standard, facts }) =>
      owner !== undefined &&
      municipalities.includes(owner.id) &&
      facts.some((one) => standard.facts.find(({ id }) => id === one.id)?.topic !== 'legal-basis'),
  );

/**
 * A place that is asked about has its say: the nearest subject that its documents speak of, where nothing told is theirs. Which
 * provision is named does not count, for it is what the documents as a whole stand on.
 */
export const ofPlace = (index: QuestionIndex, asked: Asked, told: readonly LocalPart[]): readonly Also[] => {
  if (asked.municipalities.length === 0 || speaksOfPlace(asked, told)) return [];
  const words = asked.words.filter(({ kind }) => kind !== 'provision');
  const [place] = ranked(index, { ...asked, words })
    .slice(0, mostAsked)
    .flatMap(({ id }): Also[] => {
      const article = index.knowledge.article(id);
      const parts = article ? toldOf(index, asked, article).parts : [];
      return article && speaksOfPlace(asked, parts) ? [{ article, national: undefined, point: undefined, parts }] : [];
    });
  return place ? [place] : [];
};
