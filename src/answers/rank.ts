import type { FactFound, Hit } from '../language/index.ts';
import type { Asked } from './asked.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { blend, bonus, thresholds } from './tuning.ts';

/** The scores of the whole of a story, helped by those of what it asks. */
const blended = (asking: readonly Hit[], whole: readonly Hit[]): readonly Hit[] => {
  const asked = new Map(asking.map(({ id, score }) => [id, score]));
  return whole.map((hit) => ({ ...hit, score: blend.asking * (asked.get(hit.id) ?? 0) + blend.whole * hit.score }));
};

/** What beside the words speaks for or against a subject; `foreign` is the share of them that none within speaks of. */
const extra = ({ outside, speaking, read }: QuestionIndex, asked: Asked, id: string, foreign: number): number => {
  if (outside.has(id)) return bonus.outside * foreign;
  const { documents, municipalities, isNamed } = asked;
  const told = speaking.get(id);
  const inDocument = documents.some((document) => told?.documents.has(document));
  const inPlace = municipalities.some((one) => told?.municipalities.has(one));
  // Others speak of it, and the one that is meant does not.
  const isSilent = municipalities.length > 0 && (told?.municipalities.size ?? 0) > 0;
  const isUnread = isNamed && isSilent && !municipalities.some((one) => read.has(one));
  return (
    bonus.foreign * foreign +
    (documents.length === 0 ? 0 : inDocument ? bonus.document : bonus.otherDocument) +
    (inPlace ? (isNamed ? bonus.named : bonus.own) : isUnread ? bonus.unread : isNamed || isSilent ? bonus.notLocal : 0)
  );
};

/** What a story as a whole is most about stands at least second, behind what it asks. */
const withStory = (hits: readonly Hit[], story: Hit | undefined): readonly Hit[] => {
  const [first, second, ...others] = hits;
  if (!first || !second || !story || story.id === first.id || story.id === second.id) return hits;
  return [first, { ...story, score: second.score }, second, ...others.filter(({ id }) => id !== story.id)];
};

/** What a story asks may be outside though all it tells is within: "… får genoptræning. Hvordan søger vi om en ældrebolig?" */
const withAskedOutside = ({ outside }: QuestionIndex, hits: readonly Hit[], asking: readonly Hit[]): readonly Hit[] => {
  const out = asking.find(({ id }) => outside.has(id));
  const within = asking.find(({ id }) => !outside.has(id));
  if (!out || out.score < thresholds.askedOutside || out.score - (within?.score ?? 0) < thresholds.askedAhead)
    return hits;
  return [{ ...out, score: (hits[0]?.score ?? 0) + out.score }, ...hits.filter(({ id }) => id !== out.id)];
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

/** What a question may be about, best first: by its words, in a story by those that ask once more, and by what it names. */
export const ranked = (index: QuestionIndex, asked: Asked, facts: readonly FactFound[] = []): readonly Hit[] => {
  const { search } = index;
  const whole = search.search(asked.words);
  const found = asked.asking && search.search(asked.asking);
  const { foreign } = found ?? whole;
  const hits = (found ? blended(found.hits, whole.hits) : whole.hits)
    .map((hit) => ({ ...hit, score: hit.score + extra(index, asked, hit.id, foreign) + fits(index, hit.id, facts) }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const told = whole.hits.find(({ id }) => fits(index, id, facts) >= 0);
  return found ? withAskedOutside(index, withStory(hits, told), found.hits) : hits;
};
