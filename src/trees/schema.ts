import { z } from 'zod';
import { citationSchema } from '../knowledge/index.ts';

export const text = z.string().trim().min(1);
export const nodeId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/u, 'a node id is made of letters, digits and hyphens');

/** "Hvorfor spørger du?": at most 200 characters, with the provision that makes the question matter. */
export const whySchema = z.strictObject({ text: text.max(200), provision: text });

export const optionSchema = z.strictObject({
  id: nodeId,
  label: text,
  help: text.optional(),
  synonyms: z.array(text).default([]),
  next: nodeId,
});
export type Option = z.infer<typeof optionSchema>;

/** Lists of options that the knowledge gives, so that a new municipality needs no change of a tree. */
export const optionLists = ['municipalities', 'standards'] as const;
export type OptionList = (typeof optionLists)[number];

/** Asks one thing. `input: date` takes a day instead of an option and has one `next`. */
export const questionSchema = z.union([
  z.strictObject({
    question: text,
    help: text.optional(),
    /** A named function in src/rules that computes a fact to show beside the question, such as a birth date. */
    hint: text.optional(),
    why: whySchema,
    options: z.array(optionSchema).min(1),
    /** Options that the knowledge gives stand before those written here, and lead to the same node. */
    optionsFrom: z.strictObject({ list: z.enum(optionLists), next: nodeId }).optional(),
  }),
  z.strictObject({ question: text, help: text.optional(), why: whySchema, input: z.literal('date'), next: nodeId }),
]);
export type Question = z.infer<typeof questionSchema>;

/** Names one pure function and where each of its values leads. */
export const decideSchema = z.strictObject({ decide: text, next: z.record(text, nodeId) });
export type Decide = z.infer<typeof decideSchema>;

/** Parts of an outcome that code fills from the knowledge, by name. */
export const parts = ['governing', 'contacts', 'deadlines', 'local', 'standard', 'comparison', 'checklist'] as const;
export type Part = (typeof parts)[number];

/**
 * What an outcome shows, in order: a part, one duty, or the duty that answers name. `dutyBy: [course, stage]` with prefix
 * "course" shows the duty "course-<answer to course>-<answer to stage>".
 */
export const showsSchema = z.union([
  z.enum(parts),
  z.strictObject({ duty: text }),
  z.strictObject({ dutyBy: z.array(nodeId).min(1), prefix: text }),
]);
export type Shows = z.infer<typeof showsSchema>;

/** The end of a walk. What it shows comes from the knowledge, by date. */
export const outcomeSchema = z.strictObject({
  outcome: text,
  conclusion: text,
  citations: z.array(citationSchema).min(1),
  shows: z.array(showsSchema).default(['governing']),
  /** Trees offered as the next step. */
  then: z.array(text).max(2).default([]),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const nodeSchema = z.union([questionSchema, decideSchema, outcomeSchema]);
export type TreeNode = z.infer<typeof nodeSchema>;

/** Entries by name and nothing else, so that no name of JavaScript's own ("constructor") is ever found among them. */
export const bare = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, entries);
export const named = <T extends z.ZodType>(entry: T) => z.record(nodeId, entry).transform(bare);

/** One file in dialogs/trees; its name is the id. */
export const treeSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/u),
  title: text,
  description: text,
  audience: z.array(z.enum(['staff', 'new', 'leader'])).min(1),
  triggers: z.array(text).min(1),
  /** Questions that are not asked on the way but can be answered at any time, such as the day asked about. */
  settings: named(
    z.strictObject({ question: text, help: text.optional(), why: whySchema, input: z.literal('date') }),
  ).prefault({}),
  /** Questions asked together on one card when none of them is answered yet; typed, they come one by one. */
  forms: z.record(nodeId, z.strictObject({ title: text, questions: z.array(nodeId).min(2).max(8) })).default({}),
  start: nodeId,
  nodes: named(nodeSchema),
});
export type DecisionTree = z.infer<typeof treeSchema>;

/** What users can say at any time; the same words work typed and clicked. */
export const commandIds = [
  'menu',
  'help',
  'back',
  'restart',
  'why',
  'edit',
  'text',
  'resume',
  'yes',
  'no',
  'hello',
  'thanks',
  'english',
  'danish',
  'feedback',
  'leader-report',
  'forget',
  'handoff',
  'share',
] as const;
export type CommandId = (typeof commandIds)[number];

/** dialogs/menu.yaml: what the welcome card offers, and the words that work as commands. */
export const menuFileSchema = z.strictObject({
  menu: z.array(z.strictObject({ tree: text, label: text, description: text })).min(1),
  commands: z.record(z.enum(commandIds), z.array(text).min(1)),
});
export type Menu = z.infer<typeof menuFileSchema>;
export type MenuItem = Menu['menu'][number];
export const phrasesFileSchema = z.strictObject({ phrases: z.record(text, text) });

export const isQuestion = (node: TreeNode): node is Question => 'question' in node;
export const isDecide = (node: TreeNode): node is Decide => 'decide' in node;
export const isOutcome = (node: TreeNode): node is Outcome => 'outcome' in node;
