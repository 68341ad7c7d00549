import type { Activity } from 'botbuilder';
import {
  cardActivity,
  forSubmit,
  plainText,
  renderCard,
  type AdaptiveCard,
  type Phrases,
  type View,
} from '../cards/index.ts';

/** Channels whose clients show cards but cannot execute an action. */
const submitOnly: readonly string[] = ['directline', 'webchat', 'emulator', 'test'];
/** Channels that show text and nothing else. */
const textOnly: readonly string[] = ['console'];

const withNotice = (card: AdaptiveCard, notice: string, phrases: Phrases): AdaptiveCard => ({
  ...card,
  speak: `${notice} ${card.speak}`,
  body: [
    { type: 'Container', style: 'emphasis', items: renderCard({ kind: 'note', text: notice }, phrases).body },
    ...card.body,
  ],
});

/**
 * The one message that carries a view on a channel: a card where cards are shown, else its plain-text twin. A notice is
 * about the turn and not the view, and stands above it.
 */
export const messageFor = (view: View, phrases: Phrases, channelId: string, notice?: string): Partial<Activity> => {
  if (textOnly.includes(channelId)) {
    const text = [notice, plainText(view, phrases)].filter((part) => part !== undefined).join('\n\n');
    return { type: 'message', text, textFormat: 'plain' };
  }
  const { card, summary, speak } = cardActivity(view, phrases);
  const shown = notice === undefined ? card : withNotice(card, notice, phrases);
  const content = submitOnly.includes(channelId) ? forSubmit(shown) : shown;
  // No text beside the card: Teams would split the message and lose its id.
  return {
    type: 'message',
    summary,
    speak: notice === undefined ? speak : content.speak,
    inputHint: 'expectingInput',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
};
