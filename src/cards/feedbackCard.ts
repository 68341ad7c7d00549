import type { ChoiceSetInput, TextBlock } from './adaptiveCard.ts';
import { choiceSet, heading } from './elements.ts';
import type { Phrases } from './phrases.ts';

/** Why a user likes or dislikes an answer; no words of their own. */
export const feedbackReasons = ['wrong', 'outdated', 'unclear', 'offTopic', 'incomplete', 'helpful'] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

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

/** A choice among the reasons and one button; there is no field to write in. */
export const feedbackForm = (phrases: Phrases): FeedbackForm => {
  const title = phrases.say('feedback.heading');
  const label = phrases.say('input.required', { label: phrases.say('feedback.reason') });
  const options = feedbackReasons.map((id) => ({ id, label: phrases.say(`feedback.${id}`) }));
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
        choiceSet({ id: 'reason', label, options, required: phrases.say('feedback.missing') }, 'expanded'),
      ],
      actions: [{ type: 'Action.Submit', title: phrases.say('feedback.send') }],
    },
  };
};
