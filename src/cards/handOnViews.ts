import type { CivilDate } from '../dates/index.ts';
import type { ShareView } from './shareCard.ts';
import type { About, OptionView, ResumeView, SectionView, SourceView } from './views.ts';

/** Which municipality is to be asked? Its own contacts are shown, and no one else's. */
export interface HandoffAskView {
  readonly kind: 'handoff-ask';
  readonly about: About;
  readonly question: string;
  readonly municipalities: readonly OptionView[];
  /** A walk that stays open meanwhile. */
  readonly resume?: ResumeView;
}

/** Whom to ask about a case or a question, how to reach them, and a draft of what to say. Nothing is sent. */
export interface HandoffView {
  readonly kind: 'handoff';
  readonly language: 'da' | 'en';
  /** Who is asked: the municipality, the region, or someone else whom the sections name. */
  readonly recipient: 'municipality' | 'region' | undefined;
  readonly topic?: string;
  readonly municipality?: string;
  readonly asOf: CivilDate;
  readonly sections: readonly SectionView[];
  /** Lines in Danish, for those who are asked read Danish; what only the user knows is left open in them. */
  readonly draft: readonly string[];
  readonly sources: readonly SourceView[];
  /** Some of it is told in the law's own words, which exist in Danish alone. */
  readonly untranslated?: boolean;
  /** What to ask about again, for another municipality. */
  readonly about?: About;
  /** A walk that stays open meanwhile. */
  readonly resume?: ResumeView;
}

/** An answer or the end of a walk as it may be seen by anyone, with the guide that made it. */
export interface SharedView {
  readonly kind: 'shared';
  readonly language: 'da' | 'en';
  readonly card: ShareView;
  readonly version: string;
  /** What is shared, to have it as text too. */
  readonly about: About;
}
