import type { Authority, Certainty } from '../knowledge/index.ts';
import type { CivilDate } from '../dates/index.ts';
import type { AnswerView, OfferView } from './answerViews.ts';
import type { HandoffAskView, HandoffView, SharedView } from './handOnViews.ts';

/** Named answers of one walk through a tree: question id to option id or, for a date question, the day. */
export type Answers = Readonly<Record<string, string>>;

/** What a card's action carries back, whoever sends it: ids only, nothing personal (contract, section 4). */
export interface ActionData {
  readonly kind:
    | 'answer'
    | 'start'
    | 'back'
    | 'restart'
    | 'why'
    | 'edit'
    | 'menu'
    | 'help'
    | 'text'
    | 'ask'
    | 'feedback'
    | 'handoff'
    | 'share'
    | 'leader-report';
  readonly tree?: string;
  readonly run?: string;
  readonly question?: string;
  readonly option?: string;
  /** The form whose questions the inputs answer, each by its question id. */
  readonly form?: string;
  readonly answers?: Answers;
  /** What is asked about, by its article; without one, none of what was offered. */
  readonly article?: string;
  readonly municipality?: string;
}

/** What can be handed over or shared, by ids: a walk as it stands, or an answer. */
export type About = Pick<ActionData, 'tree' | 'run' | 'answers' | 'article' | 'municipality'>;

/** A place in a source, ready to read. */
export interface SourceView {
  readonly label: string;
  readonly at: string;
  readonly verifiedOn: CivilDate;
  readonly link?: string;
}

/** One provision as it stands on the day asked about. */
export interface ProvisionView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly gives: string;
  /** What the provisions read together with it say, a sentence each. */
  readonly beside?: readonly string[];
  readonly strength: 'must' | 'may' | 'rule';
  readonly conditions: readonly string[];
  readonly remember: readonly string[];
  readonly decidedBy: Authority;
  readonly validFrom: CivilDate;
  readonly start: 'exact' | 'at-latest';
  readonly certainty: Certainty;
  readonly doubts: readonly string[];
}

export interface OptionView {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

/** Where a walk stands: which question, how many came before, and how many more there can be at most. */
export interface ProgressView {
  readonly number: number;
  readonly atMostLeft: number;
}

export interface QuestionView extends ShownWalk {
  readonly kind: 'question';
  readonly question: string;
  readonly text: string;
  readonly help?: string;
  readonly input: 'choice' | 'date';
  readonly options: readonly OptionView[];
  /** The answer given before, when an earlier question is shown again to be corrected. */
  readonly chosen?: string;
  readonly progress: ProgressView;
  readonly canGoBack: boolean;
  /** What was read out of a story, each to be corrected with one click. */
  readonly understood?: readonly ReasonView[];
  /** What it may be, while this is not answered. */
  readonly candidates?: readonly string[];
}

/** "Hvorfor spørger du?": the reason with its sources, and the question again below it. */
export interface WhyView {
  readonly kind: 'why';
  readonly reason: string;
  readonly sources: readonly SourceView[];
  readonly question: QuestionView;
}

/** One answer that led to the outcome; `question` lets the user correct it. */
export interface ReasonView {
  readonly question: string;
  readonly text: string;
  readonly answer: string;
  /** The provision that makes this answer count, as shown to users. */
  readonly provision: string;
}

export interface ContactView {
  readonly verdict: 'must' | 'must-if-changed' | 'should';
  readonly statement: string;
  readonly details: readonly string[];
  readonly sources: readonly SourceView[];
}

export interface UpcomingView {
  readonly date: CivilDate;
  readonly provisions: readonly string[];
}

/** One walk as it stands; with it a card works by itself. */
export interface WalkView {
  readonly tree: string;
  readonly run: string;
  readonly answers: Answers;
}

/** A walk on its card: by its tree's title, on the day it asks about. */
interface ShownWalk extends WalkView {
  readonly treeTitle: string;
  readonly asOf: CivilDate;
  /** A sentence above everything else, such as which later answers fell away. */
  readonly note?: string;
}

/** Where a walk ends, whatever the card then shows. */
interface EndedWalk extends ShownWalk {
  /** Some of what it shows is told in the law's own words, which exist in Danish alone. */
  readonly untranslated?: boolean;
  /** What was read out of a story, each to be corrected with one click. */
  readonly understood?: readonly ReasonView[];
  readonly title: string;
  readonly conclusion: string;
  readonly reasons: readonly ReasonView[];
  readonly sources: readonly SourceView[];
  /** A walk that was left open and can be gone on with. */
  readonly resume?: ResumeView;
}

export interface OutcomeView extends EndedWalk {
  readonly kind: 'outcome';
  /** What certainly governs, and what may also govern when it is not settled. */
  readonly governing: readonly ProvisionView[];
  readonly candidates: readonly ProvisionView[];
  /** Questions still unknown that would settle it, as their texts. */
  readonly missing: readonly string[];
  readonly contact: ContactView;
  readonly upcoming: readonly UpcomingView[];
}

/** A part of a summary: a heading, a text if there is one, and lines under it. */
export interface SectionView {
  readonly heading: string;
  readonly text?: string;
  readonly items: readonly string[];
  /** What is said of the document that the lines are from, below them. */
  readonly after?: string;
  /** Where the section's dates can be put in a calendar. */
  readonly link?: { readonly label: string; readonly url: string };
}

/** The end of a walk that is told in sections. */
export interface SummaryView extends EndedWalk {
  readonly kind: 'summary';
  readonly sections: readonly SectionView[];
  /** Trees that are a natural next step. */
  readonly then: readonly MenuItemView[];
}

/** A walk that was put aside, by its title. */
export interface ResumeView extends WalkView {
  readonly title: string;
}

/** Several questions on one card. */
export interface FormView extends ShownWalk {
  readonly kind: 'form';
  readonly form: string;
  readonly title: string;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly options: readonly OptionView[];
  }[];
  readonly progress: ProgressView;
  readonly canGoBack: boolean;
}

export interface MenuItemView {
  readonly tree: string;
  readonly label: string;
  readonly description: string;
}

export interface WelcomeView {
  readonly kind: 'welcome';
  readonly items: readonly MenuItemView[];
}

export interface MenuView {
  readonly kind: 'menu';
  readonly items: readonly MenuItemView[];
  readonly note?: string;
}

export interface HelpView {
  readonly kind: 'help';
}

/** A short kind sentence with a way forward; changes nothing. */
export interface NoteView {
  readonly kind: 'note';
  readonly text: string;
  /** The open walk, when there is one to go on with. */
  readonly resume?: WalkView;
  /** What can be taken up with the municipality instead. */
  readonly about?: About;
}

/** Forfra asks first when answers would be lost. */
export interface ConfirmRestartView extends WalkView {
  readonly kind: 'confirm-restart';
  readonly treeTitle: string;
}

export interface ErrorView {
  readonly kind: 'error';
  readonly reference: string;
}

/** Asks what was wrong with the last answer; `run` names the asking, so that it is answered once. */
export interface FeedbackView {
  readonly kind: 'feedback';
  readonly run: string;
}

/** What the guide could not do in one week, in numbers. */
export interface LeaderReportView {
  readonly kind: 'leader-report';
  /** As it is told: "uge 47 i 2026". */
  readonly week: string;
  readonly totals: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly SectionView[];
  /** Other weeks that can be shown. */
  readonly weeks: readonly { readonly id: string; readonly label: string }[];
}

/** The plain-text twin of an outcome, to paste. */
export interface TextView {
  readonly kind: 'text';
  /** The language of the text, when it is not the conversation's. */
  readonly language?: 'da' | 'en';
  readonly text: string;
}

/** All that the guide can show. */
export type View =
  | QuestionView
  | WhyView
  | OutcomeView
  | SummaryView
  | FormView
  | WelcomeView
  | MenuView
  | HelpView
  | NoteView
  | ConfirmRestartView
  | ErrorView
  | AnswerView
  | OfferView
  | HandoffAskView
  | HandoffView
  | SharedView
  | FeedbackView
  | LeaderReportView
  | TextView;
