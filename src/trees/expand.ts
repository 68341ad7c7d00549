import type { Knowledge, Municipality } from '../knowledge/index.ts';
import { bare, isQuestion, type DecisionTree, type Option, type OptionList, type TreeNode } from './schema.ts';

/** What people call the municipality: its first alias, or its name without the word for what it is. */
const shortName = ({ name, aliases }: Pick<Municipality, 'name' | 'aliases'>): string =>
  aliases[0] ?? name.replace(/ Kommune$/u, '');

const lists: Readonly<Record<OptionList, (knowledge: Knowledge, next: string) => Option[]>> = {
  municipalities: ({ municipalities }, next) =>
    municipalities
      .filter(({ unnamed }) => !unnamed)
      .map(({ id, name, aliases }) => ({
        id,
        label: name,
        synonyms: distinct([shortName({ name, aliases }), ...aliases]),
        next,
      })),
  standards: ({ municipalities }, next) =>
    municipalities.flatMap(({ name, aliases, unnamed, standards }) =>
      standards.map(({ id, title }) => ({
        id,
        label: unnamed ? title : `${shortName({ name, aliases })}: ${title}`,
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
