import type { View } from '../cards/index.ts';
import type { CommandId } from '../trees/index.ts';
import { playBeside } from './beside/index.ts';
import type { Intent } from './intent.ts';
import { handOff } from './handOn/handOff.ts';
import { menuItems, topicNamed } from './menuItems.ts';
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

/** Whom to ask, where the municipality is known; else the question which it is. */
const handedOff = (turn: Turn): View => {
  handOff(turn);
  return turn.outbox[0] ?? menu(turn);
};

const commanded = (turn: Turn, command: CommandId): View => {
  const { phrases } = turn;
  switch (command) {
    case 'help':
      return { kind: 'help' };
    case 'hello':
    case 'thanks':
      return { kind: 'note', text: phrases.say(command === 'hello' ? 'note.hello' : 'note.thanks') };
    case 'handoff':
      return handedOff(turn);
    case 'menu':
    case 'yes':
    case 'no':
    case 'restart':
      return menu(turn);
    default:
      return menu(turn, phrases.say('note.nothingOpen'));
  }
};

/** What is shown for words that the guide knows, where a conversation begins with them; undefined for free text. */
export const wordView = (turn: Turn, intent: Intent): View | undefined => {
  switch (intent.kind) {
    case 'personal-data':
      return menu(turn, turn.phrases.say('note.personalData'));
    case 'command':
      return playBeside(turn) ? turn.outbox[0] : commanded(turn, intent.command);
    case 'start':
      return started(turn, intent.tree);
    case 'said': {
      const topic = topicNamed(turn, intent.text);
      return topic && started(turn, topic.tree);
    }
    default:
      return undefined;
  }
};
