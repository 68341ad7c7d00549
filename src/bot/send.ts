import type { Activity } from 'botbuilder';
import {
  cardActivity,
  forSubmit,
  frozenActivity,
  plainText,
  renderCard,
  waysCard,
  type AdaptiveCard,
  type FrozenView,
  type Phrases,
  type View,
} from '../cards/index.ts';
import { slimmed } from './sending/slim.ts';

/** Channels whose clients show cards but cannot execute an action. */
const submitOnly: readonly string[] = ['directline', 'webchat', 'emulator', 'test'];
/** Channels that show text and nothing else. */
const textOnly: readonly string[] = ['console'];
/** Channels where a card that was sent can be replaced. */
const replacing: readonly string[] = ['msteams'];

/** Replies that users of Teams can put a thumb up or down to. */
const judged: readonly string[] = ['answer', 'outcome', 'summary'];
/** What makes Teams show the thumbs, and ask the guide for the form that follows: Teams' own has a field to write in. */
export const feedbackLoop = { feedbackLoop: { type: 'custom' } } as const;

const cardType = 'application/vnd.microsoft.card.adaptive';

const withNotice = (card: AdaptiveCard, notice: string, phrases: Phrases): AdaptiveCard => ({
  ...card,
  speak: `${notice} ${card.speak}`,
  body: [
    { type: 'Container', style: 'emphasis', items: renderCard({ kind: 'note', text: notice }, phrases).body },
    ...card.body,
  ],
});

/** Where messages are passed on, a card to share stands alone in its own, and the ways on are no part of it. */
const besides = (view: View, phrases: Phrases, channelId: string): Partial<Activity> => {
  if (view.kind !== 'shared' || submitOnly.includes(channelId)) return {};
  const titles = [phrases.say('action.shareText'), phrases.say('action.menu'), phrases.say('action.help')];
  return { suggestedActions: { to: [], actions: titles.map((title) => ({ type: 'imBack', title, value: title })) } };
};

/** Where nothing is passed on, the ways on stand on a card below the one to share. */
const beneath = (view: View, phrases: Phrases, channelId: string): readonly AdaptiveCard[] =>
  view.kind === 'shared' && submitOnly.includes(channelId) ? [forSubmit(waysCard(view, phrases))] : [];

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
  // No text beside the card: Teams would split the message and lose its id.
  const carrying = (content: AdaptiveCard): Partial<Activity> => ({
    type: 'message',
    summary,
    speak: notice === undefined ? speak : content.speak,
    inputHint: 'expectingInput',
    attachments: [content, ...beneath(view, phrases, channelId)].map((one) => ({
      contentType: cardType,
      content: one,
    })),
    ...besides(view, phrases, channelId),
    ...(channelId === 'msteams' && judged.includes(view.kind) ? { channelData: feedbackLoop } : {}),
  });
  return submitOnly.includes(channelId) ? carrying(forSubmit(shown)) : slimmed(carrying, shown);
};

/** True on a channel whose server keeps what was said for a client that comes back, and lets go of it when it is told to. */
export const keepsWhatWasSaid = (channelId: string): boolean => channelId === 'directline';

/** True on a channel whose cards can be replaced when they have been answered. */
export const replacesCards = (channelId: string): boolean => replacing.includes(channelId);

/** What takes the place of an answered card: its card, and the message that carries it. */
export const frozenMessage = (
  view: FrozenView,
  phrases: Phrases,
): { readonly card: AdaptiveCard; readonly message: Partial<Activity> } => {
  const { card, summary, speak } = frozenActivity(view, phrases);
  return {
    card,
    message: { type: 'message', summary, speak, attachments: [{ contentType: cardType, content: card }] },
  };
};
