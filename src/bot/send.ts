import type { Activity } from 'botbuilder';
import { cardActivity, forSubmit, plainText, type Phrases, type View } from '../cards/index.ts';

/** Channels whose clients show cards but cannot execute an action. */
const submitOnly: readonly string[] = ['directline', 'webchat', 'emulator', 'test'];
/** Channels that show text and nothing else. */
const textOnly: readonly string[] = ['console'];

/** The one message that carries a view on a channel: a card where cards are shown, else its plain-text twin. */
export const messageFor = (view: View, phrases: Phrases, channelId: string): Partial<Activity> => {
  if (textOnly.includes(channelId)) return { type: 'message', text: plainText(view, phrases), textFormat: 'plain' };
  const { card, summary, speak } = cardActivity(view, phrases);
  const content = submitOnly.includes(channelId) ? forSubmit(card) : card;
  // No text beside the card: Teams would split the message and lose its id.
  return {
    type: 'message',
    summary,
    speak,
    inputHint: 'expectingInput',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
};
