import type { AdaptiveCard } from './adaptiveCard.ts';
import type { SharedView } from './handOnViews.ts';
import type { Phrases } from './phrases.ts';
import { toCard } from './toCard.ts';
import { asText, menuButton } from './ways.ts';

/** What stands below a card to share, on a card of its own: what is passed on holds no button. */
export const waysCard = ({ about }: SharedView, phrases: Phrases): AdaptiveCard => {
  const hint = phrases.say('share.hint');
  const text = { title: phrases.say('action.shareText'), data: { kind: 'share', ...about, option: asText } } as const;
  const page = {
    summary: hint,
    speak: hint,
    blocks: [{ kind: 'text', text: hint } as const],
    actions: [text, menuButton(phrases)],
  };
  return toCard(page, phrases);
};
