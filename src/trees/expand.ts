import type { Knowledge } from '../knowledge/index.ts';
import { bare, isQuestion, type DecisionTree, type Option, type OptionList, type TreeNode } from './schema.ts';

const withoutKind = (name: string): string => name.replace(/ Kommune$/u, '');

const lists: Readonly<Record<OptionList, (knowledge: Knowledge, next: string) => Option[]>> = {
  municipalities: ({ municipalities }, next) =>
    municipalities
      .filter(({ unnamed }) => !unnamed)
      .map(({ id, name, aliases }) => ({ id, label: name, synonyms: distinct([withoutKind(name), ...aliases]), next })),
  standards: ({ municipalities }, next) =>
    municipalities.flatMap(({ name, unnamed, standards }) =>
      standards.map(({ id, title }) => ({
        id,
        label: unnamed ? title : `${withoutKind(name)}: ${title}`,
        synonyms: [],
        next,
      })),
    ),
};
const distinct = (words: readonly string[]): string[] => [...new Set(words)];

const expandNode = (node: TreeNode, knowledge: Knowledge): TreeNode => {
  if (!isQuestion(node) || !('options' in node) || !node.optionsFrom) return node;
  const { list, next } = node.optionsFrom;
  return { ...node, options: [...lists[list](knowledge, next), ...node.options] };
};

/** The tree with the options that the knowledge gives, before those that the tree writes itself. */
export const expandTree = (tree: DecisionTree, knowledge: Knowledge): DecisionTree => ({
  ...tree,
  nodes: bare(Object.fromEntries(Object.entries(tree.nodes).map(([id, node]) => [id, expandNode(node, knowledge)]))),
});
