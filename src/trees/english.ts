import { z } from 'zod';
import { bare, commandIds, isOutcome, isQuestion, named, text } from './schema.ts';
import type { DecisionTree, Menu, Option, TreeNode } from './schema.ts';

const why = text.max(200);
const words = z.array(text).default([]);
const optionTexts = z.strictObject({ label: text, help: text.optional(), synonyms: words });
const settingTexts = z.strictObject({ question: text, help: text.optional(), why });
const questionTexts = z.strictObject({ ...settingTexts.shape, options: named(optionTexts).optional() });
const outcomeTexts = z.strictObject({ outcome: text, conclusion: text });

/** One file in dialogs/en/trees: the texts of a tree by its own node and option ids, and nothing else of it. */
export const englishTreeSchema = z.strictObject({
  id: text,
  title: text,
  description: text,
  triggers: z.array(text).min(1),
  settings: named(settingTexts).prefault({}),
  forms: named(text).prefault({}),
  nodes: named(z.union([questionTexts, outcomeTexts])),
});
export type EnglishTree = z.infer<typeof englishTreeSchema>;

/** dialogs/en/menu.yaml: the topics by their trees, and the words that work as commands. */
export const englishMenuFileSchema = z.strictObject({
  menu: named(z.strictObject({ label: text, description: text })),
  commands: z.record(z.enum(commandIds), z.array(text).min(1)),
});
export type EnglishMenu = z.infer<typeof englishMenuFileSchema>;

const helpOf = ({ help }: { readonly help?: string | undefined }): { help?: string } =>
  help === undefined ? {} : { help };

/** Options that the knowledge gives have no English texts, and keep their names. */
const optionInEnglish = (option: Option, texts: z.infer<typeof optionTexts> | undefined): Option =>
  texts ? { id: option.id, label: texts.label, ...helpOf(texts), synonyms: texts.synonyms, next: option.next } : option;

const nodeInEnglish = (node: TreeNode, texts: EnglishTree['nodes'][string] | undefined): TreeNode => {
  if (!texts) return node;
  if (isOutcome(node) && 'outcome' in texts) return { ...node, ...texts };
  if (!isQuestion(node) || !('question' in texts)) return node;
  const { help: _, ...asked } = node;
  const said = { question: texts.question, ...helpOf(texts), why: { ...node.why, text: texts.why } };
  if ('input' in asked) return { ...asked, ...said };
  const options = asked.options.map((option) => optionInEnglish(option, texts.options?.[option.id]));
  return { ...asked, ...said, options };
};

const mapped = <T>(entries: Readonly<Record<string, T>>, change: (entry: T, id: string) => T): Record<string, T> =>
  bare(Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry, id)])));

/** The tree with its English texts laid over it: every id, arrow, rule, source and duty is the tree's own. */
export const treeInEnglish = (tree: DecisionTree, english: EnglishTree): DecisionTree => ({
  ...tree,
  title: english.title,
  description: english.description,
  triggers: english.triggers,
  settings: mapped(tree.settings, ({ help: _, ...setting }, id) => {
    const texts = english.settings[id];
    return texts
      ? { ...setting, question: texts.question, ...helpOf(texts), why: { ...setting.why, text: texts.why } }
      : setting;
  }),
  forms: Object.fromEntries(
    Object.entries(tree.forms).map(([id, form]) => [id, { ...form, title: english.forms[id] ?? form.title }]),
  ),
  nodes: mapped(tree.nodes, (node, id) => nodeInEnglish(node, english.nodes[id])),
});

/** The menu with its English texts, in the same order. */
export const menuInEnglish = ({ menu }: Menu, english: EnglishMenu): Menu => ({
  menu: menu.map((item) => ({ ...item, ...english.menu[item.tree] })),
  commands: english.commands,
});

const distinct = (all: readonly string[]): string[] => [...new Set(all)];

/** A tree in which the words of another language are understood beside its own; what it says stays as it is. */
export const understandingTree = (tree: DecisionTree, other: DecisionTree): DecisionTree => ({
  ...tree,
  triggers: distinct([...tree.triggers, other.title, ...other.triggers]),
  nodes: mapped(tree.nodes, (node, id) => {
    const same = other.nodes[id];
    if (!isQuestion(node) || !('options' in node) || !same || !('options' in same)) return node;
    const options = node.options.map((option, at): Option => {
      const { label, synonyms } = same.options[at] ?? option;
      return { ...option, synonyms: distinct([...option.synonyms, label, ...synonyms]) };
    });
    return { ...node, options };
  }),
});

/** A menu whose commands are understood in another language too. */
export const understandingMenu = ({ menu, commands }: Menu, other: Menu): Menu => ({
  menu,
  commands: Object.fromEntries(
    commandIds.map((id) => [id, distinct([...commands[id], ...other.commands[id]])]),
  ) as Menu['commands'],
});
