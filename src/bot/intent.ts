import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { matchCommand, matchTree } from '../language/index.ts';
import type { CommandId, Dialogs } from '../trees/index.ts';
import { answersSchema } from './state.ts';

const id = z.string().max(60);
/** What a card's action carries (contract, section 4). Unknown keys are ignored: clients add their own. */
const actionSchema = z.object({
  kind: z.enum(['answer', 'start', 'back', 'restart', 'why', 'edit', 'menu', 'help', 'text']),
  tree: id.optional(),
  run: id.optional(),
  question: id.optional(),
  option: id.optional(),
  answers: answersSchema.optional(),
});
export type Action = z.infer<typeof actionSchema>;

/** What the user meant by one activity. */
export type Intent =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'command'; readonly command: CommandId; readonly text: string }
  | { readonly kind: 'start'; readonly tree: string; readonly text: string }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'joined' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' };

const readAction = (value: unknown): Intent => {
  const parsed = actionSchema.safeParse(value);
  return parsed.success ? { kind: 'action', action: parsed.data } : { kind: 'unreadable' };
};

/** The data of an `adaptiveCard/action` invoke, wherever its client put it. */
const invoked = z.object({ action: z.object({ data: z.unknown(), verb: z.string().optional() }) });

const readMessage = (activity: Partial<Activity>, { menu, trees }: Dialogs): Intent => {
  if (typeof activity.value === 'object' && activity.value !== null) return readAction(activity.value);
  const text = typeof activity.text === 'string' ? activity.text.trim() : '';
  if (text === '') return { kind: 'nothing' };
  const command = matchCommand(menu, text);
  if (command) return { kind: 'command', command, text };
  const tree = matchTree(trees.values(), text);
  return tree === undefined ? { kind: 'said', text } : { kind: 'start', tree, text };
};

/** Reads an activity once, at the door. Never throws: what cannot be read is an intent of its own. */
export const readIntent = (activity: Partial<Activity>, dialogs: Dialogs): Intent => {
  if (activity.type === 'message') return readMessage(activity, dialogs);
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const parsed = invoked.safeParse(activity.value);
    return parsed.success ? readAction(parsed.data.action.data) : { kind: 'unreadable' };
  }
  if (activity.type === 'event' && activity.name === 'webchat/join') return { kind: 'joined' };
  if (
    activity.type === 'conversationUpdate' &&
    activity.membersAdded?.some((member) => member.id !== activity.recipient?.id)
  )
    return { kind: 'joined' };
  if (activity.type === 'installationUpdate' && (activity.action ?? '').startsWith('add')) return { kind: 'joined' };
  return { kind: 'nothing' };
};
