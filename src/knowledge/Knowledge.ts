import type { CivilDate } from '../dates/index.ts';
import type { Article, ArticleAnswer, ArticlesFile, Outside, WordsFile } from './articleSchema.ts';
import type { DeadlinesFile } from './deadlineSchema.ts';
import { deadlineStandards, type DeadlineStandard } from './deadlines.ts';
import type {
  Act,
  Checklist,
  Duty,
  DutyValue,
  PensionAge,
  Provision,
  Regime,
  RegimeValue,
  Repeal,
  Source,
  Term,
  Wording,
} from './schema.ts';
import type { Municipality, Standard } from './standardSchema.ts';

/** Everything read from knowledge/, already valid one file at a time. */
export interface KnowledgeData {
  readonly acts: readonly { readonly file: string; readonly value: Act }[];
  readonly sources: readonly Source[];
  readonly regimes: readonly Regime[];
  readonly duties: readonly { readonly file: string; readonly value: { readonly duties: readonly Duty[] } }[];
  readonly checklists?: readonly { readonly file: string; readonly value: Checklist }[];
  readonly terms: readonly Term[];
  readonly municipalities?: readonly { readonly file: string; readonly value: Municipality }[];
  readonly guidance?: readonly { readonly file: string; readonly value: { readonly guidance: Standard } }[];
  readonly deadlines?: DeadlinesFile | undefined;
  readonly articles?: readonly { readonly file: string; readonly value: ArticlesFile }[];
  readonly words?: WordsFile | undefined;
}

/** What a provision says on a day. `not-covered`: the day lies before all that we have read. */
export type ProvisionOn =
  | { readonly kind: 'in-force'; readonly provision: Provision; readonly wording: Wording }
  | { readonly kind: 'repealed'; readonly provision: Provision; readonly repeal: Repeal }
  | { readonly kind: 'not-covered'; readonly provision: Provision };

/** The value that holds on a day: the last one that has started; undefined before the first. */
export const valueOn = <T extends { readonly validFrom: CivilDate }>(
  values: readonly T[],
  date: CivilDate,
): T | undefined => values.findLast((value) => value.validFrom <= date);

/** Looks facts up by date. Never guesses: a day before the first value gives nothing, not the nearest rule. */
export class Knowledge {
  readonly #provisions: ReadonlyMap<string, Provision>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #regimes: ReadonlyMap<string, Regime>;
  readonly #duties: ReadonlyMap<string, Duty>;
  readonly #checklists: ReadonlyMap<string, Checklist>;
  readonly #standards: ReadonlyMap<string, Standard>;
  readonly #articles: ReadonlyMap<string, Article>;
  readonly #deadlines: ReadonlyMap<string, DeadlineStandard>;
  readonly terms: readonly Term[];
  /** In the order of their files. */
  readonly municipalities: readonly Municipality[];
  /** National documents, each told like a municipality's standard. */
  readonly guidance: readonly Standard[];
  /** What can be asked in free text, in the order of the files. */
  readonly articles: readonly Article[];
  /** The files of the articles, to say where something stands. */
  readonly articleFiles: readonly { readonly file: string; readonly value: ArticlesFile }[];
  /** What can be asked and is not answered. */
  readonly outside: readonly Outside[];
  /** Words that mean the same, for the search. */
  readonly words: WordsFile;
  /** The words that deadlines are told in; undefined when there are no deadlines. */
  readonly deadlineWords: Omit<DeadlinesFile, 'standards'> | undefined;
  /** By birth date, earliest first. */
  readonly pensionAges: readonly PensionAge[];
  /** Every day on which some regime starts or changes, earliest first. */
  readonly boundaries: readonly CivilDate[];

  constructor(data: KnowledgeData) {
    const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
      new Map(items.map((item) => [item.id, item]));
    this.#provisions = byId(data.acts.flatMap(({ value }) => value.provisions));
    this.#sources = byId(data.sources);
    this.#regimes = byId(data.regimes);
    this.#duties = byId(data.duties.flatMap(({ value }) => value.duties));
    this.#checklists = new Map((data.checklists ?? []).map(({ value }) => [value.course, value]));
    this.terms = data.terms;
    this.municipalities = (data.municipalities ?? []).map(({ value }) => value);
    this.guidance = (data.guidance ?? []).map(({ value }) => value.guidance);
    this.deadlineWords = data.deadlines;
    this.articleFiles = data.articles ?? [];
    this.articles = this.articleFiles.flatMap(({ value }) => value.articles);
    this.outside = this.articleFiles.flatMap(({ value }) => value.outside);
    this.words = data.words ?? {
      groups: [],
      english: {},
      names: {},
      municipalities: [],
      spoken: {},
      everyday: {},
      urgent: [],
      despair: [],
    };
    this.#articles = byId(this.articles);
    const local = this.municipalities.flatMap(({ standards }) => standards);
    this.#standards = byId([...local, ...this.guidance]);
    this.#deadlines = deadlineStandards(data.deadlines, local, this.guidance);
    this.pensionAges = data.acts.flatMap(({ value }) => value.pensionAges);
    this.boundaries = [
      ...new Set(data.regimes.flatMap(({ values }) => values.map(({ validFrom }) => validFrom))),
    ].sort();
  }

  /** Undefined only for an id that no file holds. */
  provision(id: string): Provision | undefined {
    return this.#provisions.get(id);
  }

  get provisionIds(): readonly string[] {
    return [...this.#provisions.keys()];
  }

  provisionOn(id: string, date: CivilDate): ProvisionOn | undefined {
    const provision = this.#provisions.get(id);
    if (!provision) return undefined;
    const value = valueOn(provision.values, date);
    if (!value) return { kind: 'not-covered', provision };
    return value.status === 'repealed'
      ? { kind: 'repealed', provision, repeal: value }
      : { kind: 'in-force', provision, wording: value };
  }

  /** The regime's tracks on a day; undefined when the regime is unknown or had not started. */
  regimeOn(id: string, date: CivilDate): RegimeValue | undefined {
    const regime = this.#regimes.get(id);
    return regime && valueOn(regime.values, date);
  }

  dutyOn(id: string, date: CivilDate): (DutyValue & { readonly title: string }) | undefined {
    const duty = this.#duties.get(id);
    const value = duty && valueOn(duty.values, date);
    return duty && value && { ...value, title: duty.title };
  }

  /** True for a duty that some file holds, whatever the day. */
  hasDuty(id: string): boolean {
    return this.#duties.has(id);
  }

  article(id: string): Article | undefined {
    return this.#articles.get(id);
  }

  /** What an article says everywhere on a day; undefined when it says nothing, or nothing yet. */
  answerOn(id: string, date: CivilDate): ArticleAnswer | undefined {
    const article = this.#articles.get(id);
    return article && valueOn(article.answers, date);
  }

  /** The points of a course; undefined for a course without a checklist. */
  checklist(course: string): Checklist | undefined {
    return this.#checklists.get(course);
  }

  /** The ids of all sources. */
  get sourceIds(): readonly string[] {
    return [...this.#sources.keys()];
  }

  source(id: string): Source | undefined {
    return this.#sources.get(id);
  }

  /** A municipality's standard or a national document told like one; undefined only for an id that no file holds. */
  standard(id: string): Standard | undefined {
    return this.#standards.get(id);
  }

  /** What sets deadlines under this id: a national rule or a current document. */
  deadlineStandard(id: string): DeadlineStandard | undefined {
    return this.#deadlines.get(id);
  }

  get deadlineStandardIds(): readonly string[] {
    return [...this.#deadlines.keys()];
  }
}
