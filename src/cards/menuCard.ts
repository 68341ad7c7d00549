import { present, type Page } from './page.ts';
import type { Phrases } from './phrases.ts';
import { topicActions, topicBlocks } from './topicBlocks.ts';
import type { MenuView } from './views.ts';
import { handoffButton, helpButton } from './ways.ts';

/** The topics to begin with. */
export const menuCard = (view: MenuView, phrases: Phrases): Page => {
  const heading = phrases.say('menu.heading');
  const topics = view.items.map(({ label }) => label).join(', ');
  return {
    summary: heading,
    speak: [view.note, heading, topics && phrases.say('question.options', { options: topics })]
      .filter(Boolean)
      .join(' '),
    blocks: [
      ...present(view.note, (text) => ({ kind: 'box', blocks: [{ kind: 'text', text }] })),
      { kind: 'title', text: heading },
      ...topicBlocks(view.items, phrases),
    ],
    actions: [...topicActions(view.items, phrases), handoffButton({}, phrases), helpButton(phrases)],
  };
};
