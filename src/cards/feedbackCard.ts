import type { ChoiceSetInput, TextBlock } from './adaptiveCard.ts';
import { choiceSet, heading } from './elements.ts';
import type { Button, Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { FeedbackView } from './views.ts';
import { menuButton } from './ways.ts';

/** What may be wrong with an answer. */
export const complaints = ['wrong', 'outdated', 'unclear', 'offTopic', 'incomplete'] as const;
/** Why a user likes or dislikes an answer; no words of their own. */
export const feedbackReasons = [...complaints, 'helpful'] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];
/** A thumb up or down. */
export type Reaction = 'like' | 'dislike';

/** What can be chosen for a thumb, the likeliest first. */
const offeredFor: Readonly<Record<Reaction, readonly FeedbackReason[]>> = {
  like: ['helpful', 'incomplete', 'unclear'],
  dislike: complaints,
};

/** The form that asks for the reason of a thumb up or down. Teams sends it back with the thumb. */
export interface FeedbackForm {
  readonly title: string;
  readonly card: {
    readonly type: 'AdaptiveCard';
    readonly version: '1.5';
    readonly lang: 'da' | 'en';
    readonly fallbackText: string;
    readonly speak: string;
    readonly body: readonly (TextBlock | ChoiceSetInput)[];
    readonly actions: readonly { readonly type: 'Action.Submit'; readonly title: string }[];
  };
}

/** A choice among the reasons and one button; there is no field to write in. Without a thumb every reason is offered. */
export const feedbackForm = (phrases: Phrases, reaction?: Reaction): FeedbackForm => {
  const title = phrases.say('feedback.heading');
  const label = phrases.say('input.required', { label: phrases.say('feedback.reason') });
  const ids = reaction === undefined ? feedbackReasons : offeredFor[reaction];
  const options = ids.map((id) => ({ id, label: phrases.say(`feedback.${id}`) }));
  // Who likes an answer should not have to say why.
  const chosen = reaction === 'like' ? { chosen: 'helpful' } : {};
  return {
    title,
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: phrases.language,
      fallbackText: title,
      speak: title,
      body: [
        heading(title, 'large'),
        choiceSet({ id: 'reason', label, options, required: phrases.say('feedback.missing'), ...chosen }, 'expanded'),
      ],
      actions: [{ type: 'Action.Submit', title: phrases.say('feedback.send') }],
    },
  };
};

/** What was wrong with the last answer, a button for each reason: where there are no thumbs. */
export const feedbackCard = ({ run }: FeedbackView, phrases: Phrases): Page => {
  const asked = phrases.say('feedback.ask');
  const buttons = complaints.map((id): Button => ({
    title: phrases.say(`feedback.${id}`),
    data: { kind: 'feedback', run, option: id },
  }));
  return {
    summary: asked,
    speak: [asked, ...buttons.map(({ title }) => title)].join(' '),
    blocks: [
      { kind: 'title', text: asked },
      // Each on its own: side by side they do not fit on a telephone.
      ...buttons.map((button) => ({ kind: 'buttons', buttons: [button] }) as const),
      { kind: 'subtle', text: phrases.say('feedback.counted') },
    ],
    actions: [menuButton(phrases)],
  };
};
