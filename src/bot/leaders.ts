import type { Activity } from 'botbuilder';
import type { Guide } from './turn.ts';

/** Who someone is to the guide. `unknown`: nothing says so here, as on the page, or others read along. */
export type Standing = 'leader' | 'staff' | 'unknown';

/** An id as Entra gives it to each of its users. */
const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * Who has sent an activity: a leader when LEADERS names the object id that Teams signs for. Found out anew at every turn,
 * from the activity alone: what a card carries, or what was true before, says nothing. A role in a token of Entra would be
 * read here too.
 */
export const standingOf = (
  { channelId, conversation, from }: Partial<Activity>,
  { isLeader }: Pick<Guide, 'isLeader'>,
): Standing => {
  const { conversationType } = Object(conversation) as { conversationType?: unknown };
  const { aadObjectId: id } = Object(from) as { aadObjectId?: unknown };
  if (channelId !== 'msteams' || conversationType !== 'personal' || typeof id !== 'string') return 'unknown';
  return objectId.test(id) && isLeader(id) ? 'leader' : 'staff';
};
