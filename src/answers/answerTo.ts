import type { CivilDate } from '../dates/index.ts';
import type { Article, ArticleAnswer, Municipality, Standard } from '../knowledge/index.ts';
import type { Hit, Story, Word } from '../language/index.ts';
import { asksWhich } from './asksWhich.ts';
import { deadlinesIn } from './deadlinesIn.ts';
import { isEnglish } from './english.ts';
import { filled } from './fills.ts';
import { partsOf } from './local.ts';
import type { QuestionIndex } from './questionIndex.ts';
import { askingWords } from './sentences.ts';
import { storyIn } from './story.ts';
import type { Also, LocalPart, Reply } from './reply.ts';

/** A free text, and what is known beside it. */
export interface Question {
  readonly text: string;
  readonly date: CivilDate;
  /** The user's own municipality; what the text names goes before it. */
  readonly municipality?: string | undefined;
  /** The article that was answered last, for "og i Herlev?". */
  readonly before?: string | undefined;
}

/** Below this a subject is not spoken of; between the two it is offered, not answered. */
export const thresholds = {
  offer: 0.156,
  answer: 0.242,
  margin: 0.0055,
  outside: 0.219,
  ownSubject: 0.47,
  sure: 0.35,
  also: 0.425,
};

export const bonus = {
  document: 0.078,
  otherDocument: -0.063,
  named: 0.078,
  own: 0.016,
  notLocal: -0.048,
  outside: 0.2,
  foreign: -0.078,
};
/** How much of a story's score comes from what it asks, and how much from the whole of it. */
export const blend = { asking: 0.793, whole: 0.711 };

/** The scores of what a story asks, helped by those of the whole story. */
const blended = (asking: readonly Hit[], whole: readonly Hit[]): readonly Hit[] => {
  const scores = new Map(whole.map(({ id, score }) => [id, score]));
  return asking.map((hit) => ({ ...hit, score: blend.asking * hit.score + blend.whole * (scores.get(hit.id) ?? 0) }));
};

/** How people speak of their own municipality without naming it. */
const own =
  /\b(?:hos os|vores kommune|vores egen kommune|i kommunen her|her hos|our municipality|our own municipality)\b/iu;

/** What is said of an article's subject, before it is put together. */
interface Told {
  readonly written: ArticleAnswer | undefined;
  readonly parts: readonly LocalPart[];
  readonly silent: readonly Municipality[];
  readonly notHere: string | undefined;
  readonly elsewhere: readonly Municipality[];
}

/** One question being answered. */
class Answering {
  readonly #index: QuestionIndex;
  readonly #question: Question;
  readonly #words: readonly Word[];
  readonly #municipalities: readonly string[];
  readonly #documents: readonly string[];
  readonly #isNamed: boolean;
  readonly #asked: { readonly english: boolean; readonly date: CivilDate };

  constructor(index: QuestionIndex, question: Question) {
    this.#index = index;
    this.#question = question;
    const named = index.names.read(question.text);
    this.#words = named.left;
    this.#isNamed = named.municipalities.length > 0;
    this.#municipalities = this.#isNamed
      ? named.municipalities
      : question.municipality === undefined
        ? []
        : [question.municipality];
    this.#documents = named.documents;
    this.#asked = { english: isEnglish(question.text), date: question.date };
  }

  reply(): Reply {
    const hits = this.#ranked();
    const [top, second] = hits;
    const story = this.#story();
    if (this.#isCase(story))
      return {
        kind: 'case',
        found: story.facts,
        municipality: this.#municipalities[0],
        near: this.#near(hits),
        ...this.#asked,
      };
    const followed = this.#followUp(top);
    if (followed) return this.#tell(followed, hits, story);
    if (!top || top.score < thresholds.offer) return this.#nothing(hits);
    const outside = this.#index.outside.get(top.id);
    if (outside)
      return top.score < thresholds.outside ? this.#nothing(hits) : { kind: 'outside', outside, ...this.#asked };
    if (top.score < thresholds.answer) return this.#nothing(hits);
    const article = this.#index.knowledge.article(top.id);
    if (!article) return this.#nothing(hits);
    if (second && top.score < thresholds.sure && top.score - second.score < thresholds.margin)
      return this.#choose(hits);
    return this.#tell(article, hits, story);
  }

  /** What an article says, whatever the text. */
  about(article: Article): Reply {
    return this.#tell(article, [], { facts: [], dates: [] });
  }

  #story(): Story {
    return storyIn(this.#index, this.#question.text, this.#question.date);
  }

  /** A case is a citizen of whom something is said, and the question which law it comes under. */
  #isCase(story: Story): boolean {
    const said = new Set(story.facts.map(({ fact }) => fact));
    return said.has('need') && said.size >= 2 && asksWhich(this.#words, this.#question.text);
  }

  /** "og i Herlev?": no subject of its own, so it is that of the question before. */
  #followUp(top: Hit | undefined): Article | undefined {
    const { before, text } = this.#question;
    if (before === undefined || text.length > 60) return undefined;
    const isBare = this.#words.length <= 3 && this.#isNamed;
    const goesOn = this.#words.length <= 4 && /^\s*(?:og|hvad med|and|what about)\b/iu.test(text);
    return isBare || (goesOn && (top?.score ?? 0) < thresholds.ownSubject) || !top || top.score < thresholds.offer
      ? this.#index.knowledge.article(before)
      : undefined;
  }

  /** The hits, with what the text names taken into account; in a story, what it asks counts most. */
  #ranked(): readonly Hit[] {
    const { search } = this.#index;
    const whole = search.search(this.#words);
    const asking = askingWords(this.#question.text, this.#words);
    const asked = asking && search.search(asking);
    const foreign = asked?.foreign ?? whole.foreign;
    return (asked ? blended(asked.hits, whole.hits) : whole.hits)
      .map((hit) => ({ ...hit, score: hit.score + this.#extra(hit.id, foreign) }))
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  }

  /** What beside the words speaks for or against a subject; `foreign` is the share of them that none within speaks of. */
  #extra(id: string, foreign: number): number {
    if (this.#index.outside.has(id)) return bonus.outside * foreign;
    const speaking = this.#index.speaking.get(id);
    const inDocument = this.#documents.some((document) => speaking?.documents.has(document));
    const inPlace = this.#municipalities.some((one) => speaking?.municipalities.has(one));
    // Others speak of it, and the one that is meant does not.
    const isSilent = this.#municipalities.length > 0 && (speaking?.municipalities.size ?? 0) > 0;
    return (
      bonus.foreign * foreign +
      (this.#documents.length === 0 ? 0 : inDocument ? bonus.document : bonus.otherDocument) +
      (inPlace ? (this.#isNamed ? bonus.named : bonus.own) : this.#isNamed || isSilent ? bonus.notLocal : 0)
    );
  }

  #isMeant(owner: Municipality | undefined): boolean {
    return owner !== undefined && this.#municipalities.includes(owner.id);
  }

  /** Documents and national law on an article's subject, for the places and documents that are meant. */
  #told(article: Article): Told {
    const { knowledge, speaking } = this.#index;
    const { date } = this.#question;
    const written = knowledge.answerOn(article.id, date);
    const select = (isMeant: (standard: Standard, owner: Municipality | undefined) => boolean): readonly LocalPart[] =>
      partsOf(this.#index, article, this.#words, date, isMeant);
    const own = select((_, owner) => this.#isMeant(owner));
    const named = select(({ id }) => this.#documents.includes(id));
    const places = knowledge.municipalities.filter(({ unnamed }) => !unnamed);
    const telling = places.filter(({ id }) => speaking.get(article.id)?.municipalities.has(id));
    const asked = this.#municipalities.map((id) => places.find((one) => one.id === id));
    const isLocal = telling.length > 0 && named.length === 0;
    const silent = isLocal
      ? asked.filter((one) => one !== undefined).filter((one) => !own.some(({ owner }) => owner === one))
      : [];
    const notHere = isLocal && asked.includes(undefined) ? this.#municipalities[asked.indexOf(undefined)] : undefined;
    const chosen = named.length > 0 ? [...named, ...(this.#isNamed ? own : [])] : own;
    const common = select((_, owner) => owner === undefined || owner.unnamed);
    const parts = chosen.length > 0 ? chosen : silent.length > 0 && !written ? [] : common;
    return {
      written,
      parts,
      silent,
      notHere,
      elsewhere: isLocal && this.#municipalities.length === 0 ? telling : [],
    };
  }

  #tell(article: Article, hits: readonly Hit[], story: Story): Reply {
    const { knowledge } = this.#index;
    const { date } = this.#question;
    const { written, parts, silent, notHere, elsewhere } = this.#told(article);
    if (parts.length === 0 && !written) {
      if (elsewhere.length > 0)
        return { kind: 'choose-municipality', article, municipalities: elsewhere, ...this.#asked };
      if (silent.length === 0 && notHere === undefined) return this.#nothing(hits);
    }
    const also = this.#also(hits);
    const others = hits.filter(({ id }) => id !== article.id);
    return {
      kind: 'answer',
      article,
      national: written && filled(knowledge, written, date),
      parts,
      silent,
      notHere,
      elsewhere,
      isOwn: own.test(this.#question.text),
      deadlines: deadlinesIn(
        knowledge,
        this.#written([article.id, ...also.map((one) => one.article.id)]),
        parts,
        story.dates,
      ),
      also,
      isSure: (hits[0]?.score ?? 1) >= thresholds.sure,
      near: this.#near(others),
      ...this.#asked,
    };
  }

  /** What articles say on the day, with their figures not yet filled in. */
  #written(ids: readonly string[]): readonly ArticleAnswer[] {
    return ids.flatMap((id) => this.#index.knowledge.answerOn(id, this.#question.date) ?? []);
  }

  /** The hits that fit nearly as well as the first: one, or two where the first is not sure. */
  #also([first, ...others]: readonly Hit[]): readonly Also[] {
    if (!first) return [];
    return others
      .filter(({ score }) => score >= thresholds.also * first.score)
      .slice(0, first.score < thresholds.sure ? 2 : 1)
      .flatMap(({ id }): Also[] => {
        const article = this.#index.knowledge.article(id);
        if (!article) return [];
        const { written, parts } = this.#told(article);
        if (!written && parts.length === 0) return [];
        const national = written && filled(this.#index.knowledge, written, this.#question.date);
        return [{ article, national, parts }];
      });
  }

  #near(hits: readonly Hit[]): readonly Article[] {
    return hits
      .filter(({ score }) => score >= thresholds.offer)
      .flatMap(({ id }) => this.#index.knowledge.article(id) ?? [])
      .slice(0, 3);
  }

  #choose(hits: readonly Hit[]): Reply {
    const articles = this.#near(hits);
    return { kind: 'choose', articles, ...this.#asked };
  }

  #nothing(hits: readonly Hit[]): Reply {
    const municipality = this.#index.knowledge.municipalities.find(({ id }) => id === this.#municipalities[0]);
    return { kind: 'nothing', municipality, near: this.#near(hits), ...this.#asked };
  }
}

/** What an article says, when it is asked for by its id; undefined for an article that no file holds. */
export const answerAbout = (
  index: QuestionIndex,
  {
    article,
    date,
    municipality,
  }: { readonly article: string; readonly date: CivilDate; readonly municipality?: string | undefined },
): Reply | undefined => {
  const known = index.knowledge.article(article);
  return known && new Answering(index, { text: '', date, municipality }).about(known);
};

/** What a free text is answered with. Pure: the same text on the same day gives the same reply. Never throws. */
export const answerTo = (index: QuestionIndex, question: Question): Reply => new Answering(index, question).reply();
