import type { TurnContext } from 'botbuilder';
import { GuideError } from '../../errors.ts';
import { keysOf } from '../conversationStore.ts';
import { mayBeSignedIn } from '../leaders.ts';
import { freshState } from '../state.ts';
import { stateKey, type TurnParts } from '../runTurn.ts';

/**
 * The guide has been taken away: forgets the walks and questions of the conversation, signs out and says nothing. That the user has
 * been welcomed is kept, so that it is said once to each.
 */
export const leave = async (context: TurnContext, { storage, log, leaderRole }: TurnParts): Promise<void> => {
  const [key, beside] = keysOf(stateKey(context));
  try {
    const { [key]: kept } = (await storage.read([key])) as Record<string, { welcomed?: unknown } | undefined>;
    await storage.delete([beside]);
    if (kept) await storage.write({ [key]: { ...freshState(), welcomed: kept.welcomed === true, eTag: '*' } });
  } catch (error) {
    // No one is there to be told; what is left goes when its time is up.
    const code = error instanceof GuideError ? error.code : 'GUIDE_UNEXPECTED';
    log({ event: 'not-forgotten', code, channel: context.activity.channelId });
  }
  if (mayBeSignedIn(context.activity)) await leaderRole?.signOut(context);
};
