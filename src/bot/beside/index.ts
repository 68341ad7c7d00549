import type { Turn } from '../turn.ts';
import { feedbackTurn } from './feedback.ts';
import { forgetTurn } from './forget.ts';
import { leaderTurn } from './leaderReport.ts';

/** What a user may ask of the guide beside its dialogs and answers, each true when the turn was its own. */
const besides: readonly ((turn: Turn) => boolean)[] = [feedbackTurn, leaderTurn, forgetTurn];

/** Plays a turn that is not for the dialogs, and leaves their walks as they are. False when it is for them. */
export const playBeside = (turn: Turn): boolean => besides.some((play) => play(turn));
