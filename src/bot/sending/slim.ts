import type { Activity } from 'botbuilder';
import { forSubmit, type AdaptiveCard } from '../../cards/index.ts';

/**
 * Characters of a message. The strictest limit that is documented for Teams is 28 KB counted in UTF-16, and the channel adds
 * up to 3 KB of its own.
 */
const mostCharacters = (25 * 1024) / 2;

/** The card with each action once, and with less room between its parts. Everything on it is said and works as before. */
const slimCard = (card: AdaptiveCard, summary: string): AdaptiveCard => {
  const single = forSubmit(card);
  const body = single.body.map((element) => {
    if (element.type !== 'Container') return element;
    const { spacing: _, ...closer } = element;
    return closer;
  });
  // The message says its summary itself.
  return { ...single, body, fallbackText: card.fallbackText.replace(summary, '').trim() };
};

/**
 * The message as it is while it is small enough; else without what a card that executes holds twice, and without what is
 * spoken twice.
 */
export const slimmed = (carrying: (card: AdaptiveCard) => Partial<Activity>, card: AdaptiveCard): Partial<Activity> => {
  const message = carrying(card);
  if (JSON.stringify(message).length <= mostCharacters) return message;
  const { speak: _, inputHint: __, ...slim } = carrying(slimCard(card, message.summary ?? ''));
  return slim;
};
