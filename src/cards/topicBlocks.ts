import type { Block, Button } from './page.ts';
import type { Phrases } from './phrases.ts';
import type { MenuItemView } from './views.ts';
import { startButton } from './ways.ts';

/** With two more buttons below, a card stays within six actions. */
const mostButtons = 4;

/** The topics to begin with: a button under each description, or one list when there are too many for buttons. */
export const topicBlocks = (items: readonly MenuItemView[], phrases: Phrases): Block[] => {
  if (items.length <= mostButtons)
    return items.flatMap((item): Block[] => [
      { kind: 'buttons', buttons: [startButton(item)] },
      { kind: 'subtle', text: item.description },
    ]);
  const options = items.map(({ tree, label, description }) => ({ id: tree, label, help: description }));
  const label = phrases.say('input.required', { label: phrases.say('menu.topic') });
  return [{ kind: 'choice', input: { id: 'tree', label, options, required: phrases.say('input.topicMissing') } }];
};

/** The button that begins the chosen topic; none when each topic has its own. */
export const topicActions = (items: readonly MenuItemView[], phrases: Phrases): Button[] =>
  items.length <= mostButtons ? [] : [{ title: phrases.say('action.start'), data: { kind: 'start' }, withInput: true }];
