import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { isEnglish } from '../answers/index.ts';
import {
  holdsPersonalData,
  holdsPersonalDataWithin,
  matchCommand,
  matchTree,
  normalise,
  type Offices,
} from '../language/index.ts';
import type { CommandId, Dialogs } from '../trees/index.ts';
import { signInInvokes } from './signIn/LeaderRole.ts';
import { answersSchema, idSchema, runIdSchema } from './state.ts';

/** Looked up in a tree before it is used, so it need not have the form of an id. */
const named = z.string().max(60);
/** What a card's action carries (contract, section 4). Unknown keys are ignored: clients add their own. */
const actionSchema = z.object({
  kind: z.enum([
    'answer',
    'start',
    'back',
    'restart',
    'why',
    'edit',
    'menu',
    'help',
    'text',
    'ask',
    'feedback',
    'leader-report',
    'handoff',
    'share',
  ]),
  tree: idSchema.optional(),
  run: runIdSchema.optional(),
  question: named.optional(),
  option: named.optional(),
  form: named.optional(),
  answers: answersSchema.optional(),
  article: idSchema.optional(),
  municipality: idSchema.optional(),
});
/** What the inputs of a form carry beside the action's own keys: question ids and option ids, and nothing longer. */
const fieldsOf = (value: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && entry[0].length <= 60 && entry[1].length <= 60,
    ),
  );
export type Action = z.infer<typeof actionSchema> & { readonly fields: Readonly<Record<string, string>> };

/** What the user meant by one activity. */
export type Intent =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'command'; readonly command: CommandId; readonly text: string }
  | { readonly kind: 'start'; readonly tree: string; readonly text: string }
  | { readonly kind: 'said'; readonly text: string }
  /** Someone is named in what came in. The intent bears nothing of it, so that nothing after the door can. */
  | { readonly kind: 'personal-data'; readonly isEnglish: boolean }
  | { readonly kind: 'joined' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' };

const readAction = (value: unknown): Intent => {
  const parsed = actionSchema.safeParse(value);
  if (!parsed.success || typeof value !== 'object' || value === null) return { kind: 'unreadable' };
  return { kind: 'action', action: { ...parsed.data, fields: fieldsOf(value) } };
};

/** The data of an `adaptiveCard/action` invoke, wherever its client put it. */
const invoked = z.object({ action: z.object({ data: z.unknown(), verb: z.string().optional() }) });

/** The words on buttons work typed, whatever they are reworded to. */
const buttonCommands: Readonly<Record<string, CommandId>> = {
  'action.confirmRestart': 'yes',
  'action.restart': 'restart',
  'action.back': 'back',
  'action.why': 'why',
  'action.edit': 'edit',
  'action.text': 'text',
  'action.menu': 'menu',
  'action.help': 'help',
  'action.continue': 'resume',
  'action.handoff': 'handoff',
  'action.share': 'share',
  'action.shareText': 'share',
  'action.otherMunicipality': 'handoff',
};

const matchButton = (phrases: Dialogs['phrases'], text: string): string | undefined => {
  const said = normalise(text);
  return Object.keys(buttonCommands).find((key) => normalise(phrases[key] ?? '') === said);
};

const readText = (text: string, { menu, trees, phrases, phrasesEnglish }: Dialogs): Intent => {
  const button = text.length > 60 ? undefined : (matchButton(phrases, text) ?? matchButton(phrasesEnglish, text));
  const command = matchCommand(menu, text) ?? (button === undefined ? undefined : buttonCommands[button]);
  if (command) return { kind: 'command', command, text };
  const tree = matchTree(trees.values(), text);
  return tree === undefined ? { kind: 'said', text } : { kind: 'start', tree, text };
};

/** In channels a message names the bot first: `<at>Paragrafguiden</at>&nbsp;hjælp`. Names are no part of what is said. */
const withoutMentions = (text: string): string =>
  text
    .replace(/<at\b[^<>]*>[^<]*<\/at>/giu, ' ')
    .replace(/&nbsp;|&#160;|&#xa0;/giu, ' ')
    .replace(/[ \u00a0]{2,}/gu, ' ')
    .trim();

const readMessage = ({ text, value, attachments }: Partial<Activity>, dialogs: Dialogs): Intent => {
  const written = typeof text === 'string' ? text.trim() : '';
  const said = withoutMentions(written);
  const action = readAction(value);
  if (action.kind === 'action') return action;
  if (said !== '') return readText(said, dialogs);
  if (written !== '') return { kind: 'command', command: 'menu', text: '' };
  const hasMore = (value ?? undefined) !== undefined || (attachments ?? []).length > 0;
  return { kind: hasMore ? 'unreadable' : 'nothing' };
};

/** True when what a user wrote or a card sent back says who someone is. Looked at before anything else reads it. */
const namesSomeone = ({ text, value }: Partial<Activity>, offices: Offices | undefined): boolean =>
  (typeof text === 'string' && holdsPersonalData(withoutMentions(text), offices)) ||
  holdsPersonalDataWithin(value, offices);

/** A message that was taken away and put back has been answered before. */
const isUndeleted = ({ type, channelData }: Partial<Activity>): boolean =>
  type === 'messageUpdate' &&
  (channelData as { eventType?: unknown } | null | undefined)?.eventType === 'undeleteMessage';

/** True when someone other than the bot came in. Read as it may arrive, not as it should. */
const someoneJoined = ({ membersAdded, recipient }: Partial<Activity>): boolean =>
  Array.isArray(membersAdded) &&
  membersAdded.some((member: { id?: unknown } | null) => member !== null && member.id !== recipient?.id);

/**
 * Reads an activity once, at the door. Never throws: what cannot be read is an intent of its own. Personal data goes no
 * further than this; `offices` are those whose numbers may be written.
 */
export const readIntent = (activity: Partial<Activity>, dialogs: Dialogs, offices?: Offices): Intent => {
  // Only the leader report asks for it. Before all else: a token is no text, and may hold any row of digits.
  if (activity.type === 'invoke' && signInInvokes.has(activity.name))
    return { kind: 'command', command: 'leader-report', text: '' };
  const isWritten = activity.type === 'message' || activity.type === 'messageUpdate';
  if ((isWritten || activity.type === 'invoke') && namesSomeone(activity, offices))
    return { kind: 'personal-data', isEnglish: typeof activity.text === 'string' && isEnglish(activity.text) };
  if (isWritten) return isUndeleted(activity) ? { kind: 'nothing' } : readMessage(activity, dialogs);
  if (activity.type === 'invoke' && activity.name === 'suggestedAction/submit') return readAction(activity.value);
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const parsed = invoked.safeParse(activity.value);
    return parsed.success ? readAction(parsed.data.action.data) : { kind: 'unreadable' };
  }
  if (activity.type === 'event' && activity.name === 'webchat/join') return { kind: 'joined' };
  if (activity.type === 'conversationUpdate' && someoneJoined(activity)) return { kind: 'joined' };
  const { type, action } = activity;
  if (type === 'installationUpdate' && typeof action === 'string' && action.startsWith('add'))
    return { kind: 'joined' };
  return { kind: 'nothing' };
};
