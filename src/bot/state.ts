import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../dates/index.ts';

/** An id as trees and cards write it. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/u)
  .max(60);
/** Names one walk. */
export const runIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,40}$/u);

/** An option id or a day. Nothing else is ever kept of what a user answers. */
const answer = z.union([idSchema, z.string().refine(isCivilDate)]);
export const answersSchema = z.record(idSchema, answer).refine((answers) => Object.keys(answers).length <= 60);

/** One walk through a tree: where it stands is found by replaying the answers. */
export const walkSchema = z.strictObject({
  tree: idSchema,
  run: runIdSchema,
  answers: answersSchema,
  /** The earlier question that is shown again to be corrected. */
  editing: idSchema.optional(),
  /** What a story told and has not been asked yet: it answers its question when that comes. */
  told: answersSchema.optional(),
  /** The questions whose answer no one gave, as long as no one gives it: it is a guess, and told as one. */
  assumed: z.array(idSchema).max(60).optional(),
  /** The day of its last turn, to notice that the law has changed meanwhile. */
  seen: z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value)).optional(),
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
  confirming: runIdSchema.optional(),
  /** The run whose card was shown last: a typed "tilbage" or "ret" is about it. */
  shown: runIdSchema.optional(),
  /** What was asked last in free text, by its article, and for which municipality. */
  asked: z
    .strictObject({
      article: idSchema.optional(),
      municipality: idSchema.optional(),
      /** What was told of a citizen so far: facts and their values, by id. */
      facts: answersSchema.optional(),
      /** The language it was asked in, when that is not the conversation's. */
      language: z.enum(['da', 'en']).optional(),
    })
    .optional(),
  /** While an answer to a free question stands last, a typed "del" is about it; with the days that it counted from. */
  answerLast: z.strictObject({ article: idSchema.optional(), days: z.record(idSchema, answer).optional() }).optional(),
  /** What the guide has just asked the municipality for, to say whom to ask about it there. */
  handing: z.strictObject({ article: idSchema.optional(), walk: walkSchema.optional() }).optional(),
  /** The language that was asked for by its name; without it a turn is in the language of its client. */
  language: z.enum(['da', 'en']).optional(),
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

/** So many deliveries are known again, however many turns come between. */
export const mostHandled = 20;

/** What is kept beside a conversation's state: ids, and nothing that a walk depends on. */
export const besideSchema = z.strictObject({
  version: z.literal(1),
  /** What the last answer was about, until it has been judged. */
  answered: z.strictObject({ topic: idSchema.optional(), municipality: idSchema.optional() }).optional(),
  /** The asking, in the turn before, what was wrong with that answer. */
  judging: runIdSchema.optional(),
  /** The deliveries that changed something last, so that one that comes again changes nothing. */
  handled: z
    .array(z.string().regex(/^[0-9a-f]{16}$/u))
    .max(mostHandled)
    .default([]),
});
export type Beside = z.infer<typeof besideSchema>;

/** Reads what was stored beside a state; nothing, when there is none or it cannot be read. */
export const readBeside = (stored: unknown): Beside => {
  const parsed = besideSchema.safeParse(stored);
  return parsed.success ? parsed.data : { version: 1, handled: [] };
};
