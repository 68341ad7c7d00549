import { z } from 'zod';
import { isCivilDate } from '../dates/index.ts';

const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/u)
  .max(60);
const runId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/u);

/** An option id or a day. Nothing else is ever kept of what a user answers. */
const answer = z.union([id, z.string().refine(isCivilDate)]);
export const answersSchema = z.record(id, answer).refine((answers) => Object.keys(answers).length <= 60);

/** One walk through a tree: where it stands is found by replaying the answers. */
export const walkSchema = z.strictObject({
  tree: id,
  run: runId,
  answers: answersSchema,
  /** The earlier question that is shown again to be corrected. */
  editing: id.optional(),
});
export type Walk = z.infer<typeof walkSchema>;

/** botbuilder-dialogs' own stack; the only dialog on it plays trees. */
const dialogsSchema = z.strictObject({
  dialogStack: z.array(z.strictObject({ id: z.literal('decision-tree'), state: walkSchema })).max(5),
});

/** All that is kept of a conversation: ids and dates, no text. */
export const stateSchema = z.strictObject({
  version: z.literal(1),
  dialogs: dialogsSchema,
  /** The walk that ended last, so that its answers can still be corrected. */
  finished: walkSchema.optional(),
  /** The run that Forfra has asked about. */
  confirming: runId.optional(),
  welcomed: z.boolean().default(false),
});
export type ConversationState = z.infer<typeof stateSchema>;

/** The state of a conversation that has just begun. */
export const freshState = (): ConversationState => ({ version: 1, dialogs: { dialogStack: [] }, welcomed: false });

/** Reads stored state. What another version wrote and this one cannot read gives undefined; the walk then begins again. */
export const readState = (stored: unknown): ConversationState | undefined => {
  const parsed = stateSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
};

/** The walk that is open now, if any. */
export const openWalk = (state: ConversationState): Walk | undefined => state.dialogs.dialogStack.at(-1)?.state;
