import type { View } from '../cards/index.ts';
import { openWalk } from './state.ts';
import type { Turn } from './turn.ts';

/** A sentence by itself, with the way back to a walk that is open. */
export const noted = ({ state }: Pick<Turn, 'state'>, text: string): View => {
  const resume = openWalk(state);
  return { kind: 'note', text, ...(resume ? { resume } : {}) };
};
