import { isDecide, isOutcome, type DecisionTree, type TreeNode } from './schema.ts';

/** One arrow: the option or value that takes it, where it leads, and where it stands in the file. */
export interface Arrow {
  readonly by: string;
  readonly to: string;
  readonly path: readonly PropertyKey[];
}

/** The arrows out of a node; none out of an outcome. */
export const arrowsOf = (id: string, node: TreeNode): readonly Arrow[] => {
  const base = ['nodes', id];
  if (isOutcome(node)) return [];
  if (isDecide(node)) return Object.entries(node.next).map(([by, to]) => ({ by, to, path: [...base, 'next', by] }));
  if ('input' in node) return [{ by: node.input, to: node.next, path: [...base, 'next'] }];
  return node.options.map((option, index) => ({
    by: option.id,
    to: option.next,
    path: [...base, 'options', index, 'next'],
  }));
};

/** Ids of all nodes that a walk from the start can meet. */
export const reachable = (tree: DecisionTree): ReadonlySet<string> => {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const node = tree.nodes[id];
    if (!node || seen.has(id)) return;
    seen.add(id);
    for (const { to } of arrowsOf(id, node)) visit(to);
  };
  visit(tree.start);
  return seen;
};

/** The arrows that close a circle, each with the ids that the circle runs through. */
export const circles = (
  tree: DecisionTree,
): readonly { readonly arrow: Arrow; readonly through: readonly string[] }[] => {
  const found: { arrow: Arrow; through: string[] }[] = [];
  const done = new Set<string>();
  const visit = (id: string, trail: readonly string[]): void => {
    const node = tree.nodes[id];
    if (!node || done.has(id)) return;
    for (const arrow of arrowsOf(id, node)) {
      const at = [...trail, id].indexOf(arrow.to);
      if (at >= 0) found.push({ arrow, through: [...trail, id].slice(at) });
      else visit(arrow.to, [...trail, id]);
    }
    done.add(id);
  };
  visit(tree.start, []);
  return found;
};
