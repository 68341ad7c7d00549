import type { Turn } from '../turn.ts';

/** "slet mine data": everything that is kept of the conversation goes. True when the turn was about that. */
export const forgetTurn = (turn: Turn): boolean => {
  const { intent, outbox, phrases } = turn;
  if (intent.kind !== 'command' || intent.command !== 'forget') return false;
  turn.forgets = true;
  outbox.push({ kind: 'note', text: phrases.say('forget.done') });
  return true;
};
