import type { Article } from '../knowledge/index.ts';
import type { FactFound, Hit, Story } from '../language/index.ts';
import type { Asked } from './asked.ts';
import { alsoOf, ofPlace } from './beside.ts';
import { deadlinesIn } from './deadlinesIn.ts';
import { isSure } from './doubts.ts';
import { filled } from './fills.ts';
import { inSameWords } from './inSameWords.ts';
import { partsOf } from './local.ts';
import type { QuestionIndex } from './questionIndex.ts';
import type { Reply } from './reply.ts';
import { toldOf, type Told } from './told.ts';
import { thresholds } from './tuning.ts';

/** A place that is compared is not asked about a subject behind these. */
const mostCompared = 12;
const mostNear = 3;

/** Where places are compared, each has its say: on the nearest subject that it says something about. */
const compared = (
  index: QuestionIndex,
  asked: Asked,
  { parts, silent }: Told,
  hits: readonly Hit[],
): Pick<Told, 'parts' | 'silent'> => {
  const named = [...asked.municipalities, ...asked.documents];
  if (named.length < 2) return { parts, silent };
  const more = named
    .filter((id) => !parts.some(({ standard, owner }) => standard.id === id || owner?.id === id))
    .flatMap((id) => {
      const hit = hits.slice(0, mostCompared).find((one) => {
        const speaking = index.speaking.get(one.id);
        return speaking !== undefined && (speaking.municipalities.has(id) || speaking.documents.has(id));
      });
      const article = hit && index.knowledge.article(hit.id);
      return article === undefined
        ? []
        : partsOf(index, article, asked, (standard, owner) =>
            owner?.unnamed === false ? owner.id === id : standard.id === id,
          );
    });
  return {
    parts: [...parts, ...more],
    silent: silent.filter(({ id }) => !more.some(({ owner }) => owner?.id === id)),
  };
};

/** The subjects among the hits, best first, that can be offered. */
export const nearOf = ({ knowledge }: QuestionIndex, hits: readonly Hit[]): readonly Article[] =>
  hits
    .filter(({ score }) => score >= thresholds.offer)
    .flatMap(({ id }) => knowledge.article(id) ?? [])
    .slice(0, mostNear);

/** Nothing is known about it: whom to ask, and what comes nearest. */
export const nothingOf = (
  index: QuestionIndex,
  { english, date, municipalities }: Asked,
  hits: readonly Hit[],
  facts: readonly FactFound[],
): Reply => ({
  kind: 'nothing',
  facts,
  municipality: index.knowledge.municipalities.find(({ id }) => id === municipalities[0]),
  near: nearOf(index, hits),
  english,
  date,
  place: municipalities[0],
});

/** The answer that an article gives to a question, with what comes near it. */
export const tell = (
  index: QuestionIndex,
  asked: Asked,
  article: Article,
  hits: readonly Hit[],
  dates: Story['dates'],
  facts: readonly FactFound[],
): Reply => {
  const { knowledge } = index;
  const { english, date, isOwn } = asked;
  const [place] = asked.municipalities;
  const told = toldOf(index, asked, article);
  const { written, early, notHere, elsewhere, isChosen } = told;
  const { parts, silent } = compared(index, asked, told, hits);
  if (parts.length === 0 && !written) {
    if (elsewhere.length > 0)
      return { kind: 'choose-municipality', article, municipalities: elsewhere, english, date, place, facts };
    if (silent.length + early.length === 0 && notHere === undefined) return nothingOf(index, asked, hits, facts);
  }
  const fitting = alsoOf(index, asked, hits);
  const allParts = [...parts, ...fitting.flatMap((one) => one.parts)];
  const also = hits.length === 0 ? fitting : [...ofPlace(index, asked, allParts), ...fitting];
  const counted = [article.id, ...fitting.map((one) => one.article.id)].flatMap(
    (id) => knowledge.answerOn(id, date) ?? [],
  );
  const sure = hits[0] === undefined || isSure(asked, hits[0]);
  return {
    kind: 'answer',
    article,
    national: written && filled(knowledge, written, date),
    parts,
    isLocal: isChosen,
    silent,
    early,
    notHere,
    elsewhere,
    isOwn,
    deadlines: deadlinesIn(knowledge, counted, parts, dates, {
      text: asked.text,
      askedOn: asked.askedOn,
      hasNoPlan: facts.some(({ fact, value }) => fact === 'hospitalPlan' && value === 'none'),
    }),
    also,
    inSameWords: sure ? [] : inSameWords(index, asked),
    isSure: sure,
    near: nearOf(
      index,
      hits.filter(({ id }) => id !== article.id && !also.some((one) => one.article.id === id)),
    ),
    english,
    date,
    place,
    facts,
  };
};
