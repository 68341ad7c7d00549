import type { CivilDate } from '../dates/index.ts';
import type { About, MenuItemView, ResumeView, SectionView, SourceView } from './views.ts';

/** Something that can be asked with one click. */
export interface AskChoice {
  readonly label: string;
  readonly article?: string;
  readonly municipality?: string;
}

/** The answer to a free question: the facts, where they stand, and what to ask next. */
export interface AnswerView {
  readonly kind: 'answer';
  readonly language: 'da' | 'en';
  readonly title: string;
  /** What holds everywhere; absent when only documents answer. */
  readonly say?: string;
  readonly points: readonly string[];
  /** What each document says, and what is counted from the question's own dates. */
  readonly sections: readonly SectionView[];
  /** What fits the question nearly as well, in short. */
  readonly also: readonly SectionView[];
  /** What a section with what holds everywhere is headed, when documents stand before it. */
  readonly everywhere?: string;
  readonly notes: readonly string[];
  readonly asOf: CivilDate;
  readonly sources: readonly SourceView[];
  readonly choices: readonly AskChoice[];
  /** Above the choices: what choosing gives. */
  readonly choose?: string;
  readonly next?: MenuItemView;
  /** The answer itself, to be taken up with the municipality or shared. */
  readonly about: About;
  /** A walk that stays open meanwhile. */
  readonly resume?: ResumeView;
}

/** No answer yet, or none at all: a kind sentence, and what can be asked instead. */
export interface OfferView {
  readonly kind: 'offer';
  readonly language: 'da' | 'en';
  readonly text: string;
  readonly details: readonly string[];
  readonly choices: readonly AskChoice[];
  /** What can be taken up with the municipality instead. */
  readonly about?: About;
  /** A walk that stays open meanwhile. */
  readonly resume?: ResumeView;
}
