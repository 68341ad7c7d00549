import type { Article, ArticleAnswer, Municipality, Standard } from '../knowledge/index.ts';
import type { Asked } from './asked.ts';
import { partsOf } from './local.ts';
import type { QuestionIndex } from './questionIndex.ts';
import type { LocalPart } from './reply.ts';

/** What is said of an article's subject, before it is put together. */
export interface Told {
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
export const toldOf = (index: QuestionIndex, asked: Asked, article: Article): Told => {
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
