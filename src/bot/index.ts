/**
 * Conversations on Bot Framework: the only room with turns, dialogs and state. Promises one reply a turn, sent after its
 * state is saved. Never logs what a user typed.
 */
export { askGuide, type Asked } from './askGuide.ts';
export { openDoors, type BotCredentials, type BotDoors, type BotParts } from './adapter.ts';
export { warmUp } from './warmUp.ts';
export { GuideBot } from './GuideBot.ts';
export type { LeaderRules } from './signIn/LeaderRole.ts';
export { messageFor } from './send.ts';
export type { Log } from './onTurnError.ts';
export type { Guide } from './turn.ts';
