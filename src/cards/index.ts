/**
 * View in, card out. Promises that a card and its plain-text twin say the same, that text from data never becomes markup,
 * and that no card grows past what Teams shows. Never sees a turn, a clock or a file, and imports no bot package.
 */
import { answerCard } from './answerCard.ts';
import type { AdaptiveCard } from './adaptiveCard.ts';
import { confirmRestartCard } from './confirmRestartCard.ts';
import { errorCard } from './errorCard.ts';
import { feedbackCard } from './feedbackCard.ts';
import { formCard } from './formCard.ts';
import { frozenCard, type FrozenView } from './frozenCard.ts';
import { handoffAskCard, handoffCard } from './handoffCard.ts';
import { helpCard } from './helpCard.ts';
import { leaderReportCard } from './leaderReportCard.ts';
import { menuCard } from './menuCard.ts';
import { noteCard } from './noteCard.ts';
import { outcomeCard } from './outcomeCard.ts';
import { offerCard } from './offerCard.ts';
import type { Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { toText, waysForward } from './plainText.ts';
import { questionCard } from './questionCard.ts';
import { shareCard, sharePage } from './shareCard.ts';
import { summaryCard } from './summaryCard.ts';
import { textCard } from './textCard.ts';
import { toCard } from './toCard.ts';
import type { View } from './views.ts';
import { welcomeCard } from './welcomeCard.ts';
import { whyCard } from './whyCard.ts';

const pageOf = (view: View, phrases: Phrases): Page => {
  switch (view.kind) {
    case 'question':
      return questionCard(view, phrases);
    case 'why':
      return whyCard(view, phrases);
    case 'outcome':
      return outcomeCard(view, phrases);
    case 'summary':
      return summaryCard(view, phrases);
    case 'form':
      return formCard(view, phrases);
    case 'welcome':
      return welcomeCard(view, phrases);
    case 'menu':
      return menuCard(view, phrases);
    case 'help':
      return helpCard(view, phrases);
    case 'note':
      return noteCard(view, phrases);
    case 'confirm-restart':
      return confirmRestartCard(view, phrases);
    case 'error':
      return errorCard(view, phrases);
    case 'answer':
      return answerCard(view, phrases);
    case 'offer':
      return offerCard(view, phrases);
    case 'feedback':
      return feedbackCard(view, phrases);
    case 'leader-report':
      return leaderReportCard(view, phrases);
    case 'handoff-ask':
      return handoffAskCard(view, phrases);
    case 'handoff':
      return handoffCard(view, phrases);
    case 'shared':
      return sharePage(view.card, phrases, view.version);
    case 'text':
      return textCard(view, phrases);
  }
};

/** What an activity needs: the card, the line a notification shows, and what a voice says. */
export interface CardActivity {
  readonly card: AdaptiveCard;
  readonly summary: string;
  readonly speak: string;
}

const activityOf = (page: Page, phrases: Phrases): CardActivity => ({
  card: toCard(page, phrases),
  summary: page.summary,
  speak: page.speak,
});

/** The card of a view with the texts that travel beside it. */
export const cardActivity = (view: View, phrases: Phrases): CardActivity =>
  view.kind === 'shared' ? shareCard(view.card, phrases, view.version) : activityOf(pageOf(view, phrases), phrases);

/** What takes the place of an answered card: no action and no input is on it. */
export const frozenActivity = (view: FrozenView, phrases: Phrases): CardActivity =>
  activityOf(frozenCard(view, phrases), phrases);

/** The card of a view: Adaptive Card 1.5, at most six buttons. */
export const renderCard = (view: View, phrases: Phrases): AdaptiveCard => cardActivity(view, phrases).card;

/**
 * Everything the card says, as plain text with its choices numbered. An outcome, a text and what is
 * shared end with their last fact, fit to be pasted; every other view ends with the words that lead on.
 */
export const plainText = (view: View, phrases: Phrases): string => {
  if (view.kind === 'text') return view.text;
  const page = pageOf(view, phrases);
  const ways = view.kind === 'outcome' || view.kind === 'summary' ? '' : waysForward(page, phrases);
  return [toText(page), ways].filter(Boolean).join('\n\n');
};

export { doubtText } from './doubt.ts';
export { forSubmit } from './toCard.ts';
export { shareCard, type SharedCard, type ShareView } from './shareCard.ts';
export { complaints, feedbackForm, feedbackReasons, type FeedbackReason, type Reaction } from './feedbackCard.ts';
export { phraseFaults, phrasesFrom, type Language, type PhraseFault, type Phrases } from './phrases.ts';
export type { Fills, PhraseKey } from './phraseFills.ts';
export { waysCard } from './waysCard.ts';
export { asText, chooseAgain, restartConfirmed } from './ways.ts';
export type { AdaptiveCard, CardAction, CardElement } from './adaptiveCard.ts';
export type { FrozenView } from './frozenCard.ts';
export type * from './answerViews.ts';
export type * from './handOnViews.ts';
export type * from './views.ts';
