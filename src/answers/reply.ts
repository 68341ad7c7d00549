import type { CivilDate } from '../dates/index.ts';
import type {
  Article,
  ArticleAnswer,
  Contact,
  Municipality,
  Outside,
  Standard,
  StandardFact,
} from '../knowledge/index.ts';
import type { FactFound } from '../language/index.ts';
import type { Deadline } from '../rules/index.ts';

/** A fact of a document as it stands on the day. */
export interface LocalFact {
  readonly id: string;
  readonly value: StandardFact['values'][number];
}

/** What one document says about a subject, what fits the question best first. */
export interface LocalPart {
  readonly standard: Standard;
  /** Undefined for a national document. */
  readonly owner: Municipality | undefined;
  readonly facts: readonly LocalFact[];
  readonly contacts: readonly Contact[];
}

/** What is asked, and in which language it is to be answered. */
interface Asked {
  readonly english: boolean;
  /** The municipality that is asked about, in the guide or not. */
  readonly place: string | undefined;
  /** What has been told of a citizen so far, this text included. */
  readonly facts: readonly FactFound[];
  readonly date: CivilDate;
}

/** The facts, with all that they stand on. */
export interface AnswerReply extends Asked {
  readonly kind: 'answer';
  readonly article: Article;
  readonly national: ArticleAnswer | undefined;
  readonly parts: readonly LocalPart[];
  /** True when those are of a municipality or document that is asked about; otherwise the law comes first. */
  readonly isLocal: boolean;
  /** Municipalities that were asked about and whose documents say nothing of it. */
  readonly silent: readonly Municipality[];
  /** Municipalities that were asked about, of whose documents nothing had been read for that day. */
  readonly early: readonly Municipality[];
  /** Asked about, and not in the guide: its slug. */
  readonly notHere: string | undefined;
  /** True when the text asks about the user's own municipality, without naming it. */
  readonly isOwn: boolean;
  /** Municipalities that say something of their own, when none was asked about. */
  readonly elsewhere: readonly Municipality[];
  /** Dates that the text's own dates lead to. */
  readonly deadlines: readonly Deadline[];
  /** What fits the text nearly as well, told in short. */
  readonly also: readonly Also[];
  /** Where it is not sure: what the documents say in the question's own words, one fact each, told above or not. */
  readonly inSameWords: readonly LocalPart[];
  /** False when the text may well mean something else. */
  readonly isSure: boolean;
  /** Other subjects that the text may be about; none that is told. */
  readonly near: readonly Article[];
}

/** Another answer, in short. */
export interface Also {
  readonly article: Article;
  readonly national: ArticleAnswer | undefined;
  /** The point of it that speaks in the question's own words. */
  readonly point: ArticleAnswer['points'][number] | undefined;
  readonly parts: readonly LocalPart[];
}

/** Which municipality? Its own rules decide, and no one else's are told instead. */
export interface ChooseMunicipalityReply extends Asked {
  readonly kind: 'choose-municipality';
  readonly article: Article;
  readonly municipalities: readonly Municipality[];
}

/** Which of these? */
export interface ChooseReply extends Asked {
  readonly kind: 'choose';
  readonly articles: readonly Article[];
}

/** A case: the guided dialog goes on from what the story says. */
export interface CaseReply extends Asked {
  readonly kind: 'case';
  readonly found: readonly FactFound[];
  /** True when the story tells of what an older person's need is like, or of ældreloven as granted. */
  readonly tellsOfCare: boolean;
  readonly near: readonly Article[];
}

/** The guide does not answer that, and says whom to ask. */
export interface OutsideReply extends Asked {
  readonly kind: 'outside';
  readonly outside: Outside;
}

/** Nothing is known about it. */
export interface NothingReply extends Asked {
  readonly kind: 'nothing';
  readonly municipality: Municipality | undefined;
  readonly near: readonly Article[];
}

/** Only a place was told. */
export interface PlaceReply extends Asked {
  readonly kind: 'place';
  readonly municipality: Municipality;
}

/** What a free text is answered with. */
export type Reply =
  AnswerReply | ChooseMunicipalityReply | ChooseReply | CaseReply | OutsideReply | PlaceReply | NothingReply;
