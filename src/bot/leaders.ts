import type { Activity, TurnContext } from 'botbuilder';
import type { Intent } from './intent.ts';
import type { LeaderRole, RoleFound } from './signIn/LeaderRole.ts';
import type { Guide } from './turn.ts';

/**
 * Who someone is to the guide. `unknown`: nothing says so here, as on the page, or others read along. By a role in Entra
 * they may also be signed out, or `unproven`, when their token is not to be believed, or it is `unreachable` who they are.
 */
export type Standing = RoleFound['standing'] | 'unknown';

/** Who someone is, and for one who is signed out, how they sign in. */
export type Found = RoleFound | { readonly standing: 'unknown' };

/** An id as Entra gives it to each of its users. */
const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** True when a turn is about what is for leaders alone. */
export const isForLeaders = (intent: Intent): boolean =>
  (intent.kind === 'action' && intent.action.kind === 'leader-report') ||
  (intent.kind === 'command' && intent.command === 'leader-report');

const ownChat = ({ channelId, conversation }: Partial<Activity>): { readonly tenantId?: string } | undefined => {
  const { conversationType, tenantId } = Object(conversation) as { conversationType?: unknown; tenantId?: unknown };
  if (channelId !== 'msteams' || conversationType !== 'personal') return undefined;
  return typeof tenantId === 'string' ? { tenantId } : {};
};

/** True for someone who can have signed in: a user of Teams, in the chat alone with the guide. */
export const mayBeSignedIn = (activity: Partial<Activity>): boolean => {
  const { aadObjectId } = Object(activity.from) as { aadObjectId?: unknown };
  return ownChat(activity) !== undefined && typeof aadObjectId === 'string' && objectId.test(aadObjectId);
};

/**
 * Who has sent an activity: a leader by their role in Entra where single sign-on is set up, and otherwise when LEADERS names
 * the object id that Teams signs for. Found out anew at every turn that is for leaders: what a card carries, or what was
 * true before, says nothing.
 */
export const standingOf = async (
  context: TurnContext,
  intent: Intent,
  { guide, leaderRole }: { readonly guide: Pick<Guide, 'isLeader'>; readonly leaderRole?: LeaderRole | undefined },
): Promise<Found> => {
  const { activity } = context;
  const chat = ownChat(activity);
  const { aadObjectId: id } = Object(activity.from) as { aadObjectId?: unknown };
  if (!isForLeaders(intent) || !chat || typeof id !== 'string') return { standing: 'unknown' };
  if (!objectId.test(id)) return { standing: 'staff' };
  if (leaderRole) return leaderRole.standingIn(context, { objectId: id, ...chat });
  return { standing: guide.isLeader(id) ? 'leader' : 'staff' };
};
