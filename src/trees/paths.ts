import { createHash } from 'node:crypto';
import type { CivilDate } from '../dates/index.ts';
import { asOfDay, nodeOf, runRule, type Answers, type Setting } from './replay.ts';
import { isDecide, isOutcome, type DecisionTree } from './schema.ts';

/** One way through a tree, to its end. */
export interface Path {
  readonly answers: Answers;
  readonly outcome: string;
}

/**
 * All ways through a tree, folded: each line is a place in the tree with where each answer leads, and places from which
 * all leads on alike are one line. A line begins with its name, which changes only when what it leads to does.
 */
export interface Ledger {
  readonly lines: readonly string[];
  readonly paths: number;
}

/** More ways than this mean that the tree has got out of hand. */
const mostPaths = 5_000_000;

const hashOf = (told: string): string => createHash('sha256').update(told).digest('hex');
const shortest = 7;

/**
 * Walks every way through a tree on one day and folds it. A date question is answered with each of `days`. `tell` says
 * what an end shows, by ids. Undefined when there are too many ways to walk.
 */
export const foldPaths = (
  tree: DecisionTree,
  setting: Setting,
  days: readonly CivilDate[],
  tell: (path: Path) => string,
): Ledger | undefined => {
  const asOf = asOfDay({}, setting.today);
  const names = new Map<string, string>();
  const taken = new Set<string>();
  let paths = 0;
  /** The name of a line, longer where another line has the short one: no two lines share a name. */
  const line = (told: string): string => {
    const known = names.get(told);
    if (known !== undefined) return known;
    const hash = hashOf(told);
    let length = shortest;
    while (taken.has(hash.slice(0, length))) length += 1;
    const name = hash.slice(0, length);
    names.set(told, name);
    taken.add(name);
    return name;
  };
  const from = (id: string, answers: Readonly<Record<string, string>>): string => {
    const node = nodeOf(tree, id);
    if (isOutcome(node)) {
      paths++;
      return line(`= ${tell({ answers, outcome: id })}`);
    }
    if (isDecide(node)) {
      const { value } = runRule(node, { knowledge: setting.knowledge, asOf, answers });
      return from(node.next[value] ?? '', answers);
    }
    const ways =
      'input' in node
        ? days.map((day) => ({ by: day, to: node.next }))
        : node.options.map((option) => ({ by: option.id, to: option.next }));
    const alike = new Map<string, string[]>();
    for (const { by, to } of ways) {
      if (paths > mostPaths) break;
      const next = from(to, { ...answers, [id]: by });
      alike.set(next, [...(alike.get(next) ?? []), by]);
    }
    return line(`${id}: ${[...alike].map(([next, by]) => `${by.join('|')} → ${next}`).join(', ')}`);
  };
  from(tree.start, {});
  return paths > mostPaths
    ? undefined
    : { lines: [...names].map(([told, name]) => `${name} ${told}`).reverse(), paths };
};
