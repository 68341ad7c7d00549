import type { View } from '../cards/index.ts';
import { normalise } from '../language/index.ts';
import type { CommandId } from '../trees/index.ts';
import type { Intent } from './intent.ts';
import { menuItems } from './menuItems.ts';
import { treeOf, type Turn } from './turn.ts';
import { walkView } from './views/walkView.ts';

const menu = (turn: Turn, note?: string): View => ({
  kind: 'menu',
  items: menuItems(turn),
  ...(note === undefined ? {} : { note }),
});

const started = (turn: Turn, id: string): View | undefined => {
  const tree = treeOf(turn, id);
  return tree && walkView(tree, { tree: id, run: turn.guide.randomId(), answers: {} }, turn);
};

const commanded = (turn: Turn, command: CommandId): View => {
  const { phrases } = turn;
  switch (command) {
    case 'help':
      return { kind: 'help' };
    case 'hello':
    case 'thanks':
      return { kind: 'note', text: phrases.say(command === 'hello' ? 'note.hello' : 'note.thanks') };
    case 'menu':
    case 'yes':
    case 'no':
    case 'restart':
      return menu(turn);
    default:
      return menu(turn, phrases.say('note.nothingOpen'));
  }
};

/** A topic of the menu, by its number or its name. */
const topicIn = (turn: Turn, text: string): string | undefined => {
  const said = normalise(text);
  const items = menuItems(turn);
  const item = /^\d{1,2}$/u.test(said) ? items[Number(said) - 1] : items.find(({ label }) => normalise(label) === said);
  return item?.tree;
};

/** What is shown for words that the guide knows, where a conversation begins with them; undefined for free text. */
export const wordView = (turn: Turn, intent: Intent): View | undefined => {
  switch (intent.kind) {
    case 'personal-data':
      return menu(turn, turn.phrases.say('note.personalData'));
    case 'command':
      return commanded(turn, intent.command);
    case 'start':
      return started(turn, intent.tree);
    case 'said': {
      const topic = topicIn(turn, intent.text);
      return topic === undefined ? undefined : started(turn, topic);
    }
    default:
      return undefined;
  }
};
