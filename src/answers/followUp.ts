import type { Article } from '../knowledge/index.ts';
import { wordsOf, type Hit } from '../language/index.ts';
import type { Asked } from './asked.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { thresholds } from './tuning.ts';

/** Longer texts have a subject of their own. */
const longestFollowUp = 60;
/** What stands beside a place that something is asked about once more: "og hvordan er det så i Herlev?" */
const besideAPlace = new Set(
  'og i hvad med saa hos for gaelder siger goer er det den der ogsaa hvordan nu kommune reglerne regler and in what about how is it there'.split(
    ' ',
  ),
);
/** A short text with one of these speaks of what was asked before. */
const refersBack = /(?<!\p{L})(?:det|den|dem|der|it|that)(?!\p{L})/iu;
/** Of the best score, what may be meant as well. */
const nearly = 0.45;

/** "og i Herlev?": no subject of its own, so it is that of the question before. */
export const followed = (
  { knowledge }: QuestionIndex,
  { before, text, words, isNamed, municipalities }: Asked,
  top: Hit | undefined,
): Article | undefined => {
  if (before === undefined || text.length > longestFollowUp) return undefined;
  const score = top?.score ?? 0;
  // The name of a place that is not in the guide is still among the words.
  const names = new Set(municipalities.flatMap((id) => id.split('-')));
  const isOnlyPlace = isNamed && words.every(({ key }) => besideAPlace.has(key) || names.has(key));
  const goesOn = /^\s*(?:og|hvad med|and|what about)\b/iu.test(text);
  const isShort = (words.length <= 3 && isNamed) || (words.length <= 4 && goesOn);
  return isOnlyPlace || (isShort && score < thresholds.ownSubject) ? knowledge.article(before) : undefined;
};

/** So many hits of a short follow-up are read again beside the question before. */
const mostFollowing = 8;

/** "og hvad koster det?" after a question on a stay: of what it may mean by its own words, what goes with that stands first. */
export const following = (index: QuestionIndex, asked: Asked, hits: readonly Hit[]): readonly Hit[] => {
  const { before, text, words } = asked;
  const subject = before === undefined ? undefined : index.knowledge.article(before);
  const [top] = hits;
  if (!subject || !top || text.length > longestFollowUp || !refersBack.test(text)) return hits;
  const together = index.search.search([...words, ...wordsOf(subject.title)]).hits;
  const scores = new Map(together.map(({ id, score }) => [id, score]));
  const near = hits.slice(0, mostFollowing).filter(({ id, score }) => id !== before && score >= top.score * nearly);
  const [best] = near.sort((one, other) => (scores.get(other.id) ?? 0) - (scores.get(one.id) ?? 0));
  return best ? [{ ...best, score: top.score }, ...hits.filter(({ id }) => id !== best.id)] : hits;
};
