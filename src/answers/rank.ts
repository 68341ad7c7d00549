import type { FactFound, Hit } from '../language/index.ts';
import type { Asked } from './asked.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { askingWords } from './sentences.ts';
import { blend, bonus } from './tuning.ts';

/** The scores of what a story asks, helped by those of the whole story. */
const blended = (asking: readonly Hit[], whole: readonly Hit[]): readonly Hit[] => {
  const scores = new Map(whole.map(({ id, score }) => [id, score]));
  return asking.map((hit) => ({ ...hit, score: blend.asking * hit.score + blend.whole * (scores.get(hit.id) ?? 0) }));
};

/** What beside the words speaks for or against a subject; `foreign` is the share of them that none within speaks of. */
const extra = ({ outside, speaking }: QuestionIndex, asked: Asked, id: string, foreign: number): number => {
  if (outside.has(id)) return bonus.outside * foreign;
  const { documents, municipalities, isNamed } = asked;
  const told = speaking.get(id);
  const inDocument = documents.some((document) => told?.documents.has(document));
  const inPlace = municipalities.some((one) => told?.municipalities.has(one));
  // Others speak of it, and the one that is meant does not.
  const isSilent = municipalities.length > 0 && (told?.municipalities.size ?? 0) > 0;
  return (
    bonus.foreign * foreign +
    (documents.length === 0 ? 0 : inDocument ? bonus.document : bonus.otherDocument) +
    (inPlace ? (isNamed ? bonus.named : bonus.own) : isNamed || isSilent ? bonus.notLocal : 0)
  );
};

/** What a story as a whole is most about stands at least second, behind what it asks. */
const withStory = (hits: readonly Hit[], story: Hit | undefined): readonly Hit[] => {
  const [first, second, ...others] = hits;
  if (!first || !second || !story || story.id === first.id || story.id === second.id) return hits;
  return [first, { ...story, score: second.score }, second, ...others.filter(({ id }) => id !== story.id)];
};

/** Whether a story tells what an article supposes, or tells otherwise. */
const fits = ({ knowledge }: QuestionIndex, id: string, facts: readonly FactFound[]): number => {
  const supposes = Object.entries(knowledge.article(id)?.supposes ?? {});
  const told = supposes.flatMap(([fact, values]) =>
    facts.filter((one) => one.fact === fact).map(({ value }) => values.includes(value)),
  );
  if (told.includes(false)) return bonus.contradicted;
  return told.length > 0 ? bonus.supposed : 0;
};

/** What a question may be about, best first: by its words, in a story most by what it asks, and by what it names. */
export const ranked = (index: QuestionIndex, asked: Asked, facts: readonly FactFound[] = []): readonly Hit[] => {
  const { search } = index;
  const whole = search.search(asked.words);
  const asking = askingWords(asked.text, asked.words);
  const found = asking && search.search(asking);
  const { foreign } = found ?? whole;
  const hits = (found ? blended(found.hits, whole.hits) : whole.hits)
    .map((hit) => ({ ...hit, score: hit.score + extra(index, asked, hit.id, foreign) + fits(index, hit.id, facts) }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const told = whole.hits.find(({ id }) => fits(index, id, facts) >= 0);
  return found ? withStory(hits, told) : hits;
};
