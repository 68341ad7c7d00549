import type { Article, ArticleAnswer, Municipality, Standard } from '../knowledge/index.ts';
import type { FactFound, Hit, Story } from '../language/index.ts';
import type { Asked } from './asked.ts';
import { deadlinesIn } from './deadlinesIn.ts';
import { isSure } from './doubts.ts';
import { filled } from './fills.ts';
import { inSameWords, matchOf } from './inSameWords.ts';
import { partsOf } from './local.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { ranked } from './rank.ts';
import type { Also, LocalPart, Reply } from './reply.ts';
import { thresholds } from './tuning.ts';

/** A place that is compared is not asked about a subject behind these. */
const mostCompared = 12;
const mostNear = 3;

/** What is said of an article's subject, before it is put together. */
interface Told {
  readonly written: ArticleAnswer | undefined;
  readonly parts: readonly LocalPart[];
  /** True when the parts are of what is asked about. */
  readonly isChosen: boolean;
  readonly silent: readonly Municipality[];
  readonly early: readonly Municipality[];
  readonly notHere: string | undefined;
  readonly elsewhere: readonly Municipality[];
}

/** Documents and national law on an article's subject, for the places and documents that are meant. */
const toldOf = (index: QuestionIndex, asked: Asked, article: Article): Told => {
  const { knowledge, speaking } = index;
  const { date, documents, municipalities, isNamed } = asked;
  const written = knowledge.answerOn(article.id, date);
  const select = (isMeant: (standard: Standard, owner: Municipality | undefined) => boolean): readonly LocalPart[] =>
    partsOf(index, article, asked, isMeant);
  const own = select((_, owner) => owner !== undefined && municipalities.includes(owner.id));
  const named = select(({ id }) => documents.includes(id));
  const places = knowledge.municipalities.filter(({ unnamed }) => !unnamed);
  const telling = places.filter(({ id }) => speaking.get(article.id)?.municipalities.has(id));
  const meant = municipalities.map((id) => places.find((one) => one.id === id));
  const isLocal = telling.length > 0 && named.length === 0;
  const quiet = isLocal
    ? meant.filter((one) => one !== undefined).filter((one) => !own.some(({ owner }) => owner === one))
    : [];
  const hasBegun = ({ standards }: Municipality): boolean => standards.some(({ validFrom }) => validFrom <= date);
  const silent = quiet.filter(hasBegun);
  const chosen = named.length > 0 ? [...(isNamed ? own : []), ...named] : own;
  const common = select((_, owner) => owner === undefined || owner.unnamed);
  const ofNowhere = common.some(({ owner }) => owner?.unnamed);
  const unread = meant.includes(undefined) ? municipalities[meant.indexOf(undefined)] : undefined;
  const notHere = isLocal || article.isLocal || (ofNowhere && named.length === 0) ? unread : undefined;
  // A document of nowhere in particular says nothing of a place that has its own.
  const isElsewhere = notHere !== undefined || (quiet.length > 0 && !written);
  return {
    written,
    parts: chosen.length > 0 ? chosen : isElsewhere ? [] : common,
    isChosen: chosen.length > 0,
    silent,
    early: quiet.filter((one) => !hasBegun(one)),
    notHere,
    elsewhere: isLocal && municipalities.length === 0 ? telling : [],
  };
};

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

/** The point of an answer that is told in short that speaks in the question's own words, if one does. */
const pointIn = (answer: ArticleAnswer | undefined, { likeness }: Asked): Also['point'] =>
  answer?.points
    .map((point) => ({ point, match: matchOf(likeness, point.text) }))
    .filter(({ match }) => match > thresholds.sameWords)
    .sort((one, other) => other.match - one.match)[0]?.point;

/** The hits that fit nearly as well as the first, in short. */
const alsoOf = (index: QuestionIndex, asked: Asked, [first, ...others]: readonly Hit[]): readonly Also[] => {
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
const ofPlace = (index: QuestionIndex, asked: Asked, told: readonly LocalPart[]): readonly Also[] => {
  if (asked.municipalities.length === 0 || speaksOfPlace(asked, told)) return [];
  const words = asked.words.filter(({ kind }) => kind !== 'provision');
  const [place] = ranked(index, { ...asked, words })
    .slice(0, mostCompared)
    .flatMap(({ id }): Also[] => {
      const article = index.knowledge.article(id);
      const parts = article ? toldOf(index, asked, article).parts : [];
      return article && speaksOfPlace(asked, parts) ? [{ article, national: undefined, point: undefined, parts }] : [];
    });
  return place ? [place] : [];
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
  const counted = [article.id, ...also.map((one) => one.article.id)].flatMap(
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
