import { arrowsOf, isOutcome, isQuestion, type DecisionTree, type TreeNode } from '../../trees/index.ts';
import { kindOf, kindWords, textOf } from './model.ts';
import type { Mark } from './svg.ts';

/** A field of a node that says something else than before; undefined where there is none. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An answer that leads elsewhere: where it stands, a way to it, and what can follow it before and now. */
export interface ArrowChange {
  readonly from: string;
  readonly by: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** A shortest way from the start to `from`, as "node=answer"; empty at the start. */
  readonly way: readonly string[];
  readonly outcomesBefore: readonly string[];
  readonly outcomesAfter: readonly string[];
}

/** How one tree differs from an earlier one. */
export interface TreeDifference {
  readonly tree: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: ReadonlyMap<string, readonly FieldChange[]>;
  readonly start: FieldChange | undefined;
  readonly arrows: readonly ArrowChange[];
}

interface Step {
  readonly by: string;
  readonly to: string;
}

/** The arrows that the file itself holds; a list that the knowledge gives is one arrow. */
const stepsOf = (id: string, node: TreeNode): readonly Step[] => {
  const given =
    isQuestion(node) && 'options' in node && node.optionsFrom
      ? [{ by: `list:${node.optionsFrom.list}`, to: node.optionsFrom.next }]
      : [];
  return [...given, ...arrowsOf(id, node).map(({ by, to }) => ({ by, to }))];
};

/** What a node says, field by field, without where it leads. */
const fieldsOf = (node: TreeNode): ReadonlyMap<string, string> => {
  const say = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const fields = new Map<string, string>([['kind', kindOf(node)]]);
  for (const [name, value] of Object.entries(node)) {
    if (value === undefined || name === 'next' || name === 'optionsFrom') continue;
    if (name !== 'options') fields.set(name, say(value));
  }
  if (isQuestion(node) && 'options' in node)
    for (const { id, next: _next, ...said } of node.options) fields.set(`option ${id}`, say(said));
  return fields;
};

const fieldChanges = (before: TreeNode, after: TreeNode): readonly FieldChange[] => {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }));
};

/** The outcomes that can follow a node. */
const outcomesFrom = (tree: DecisionTree | undefined, start: string | undefined): readonly string[] => {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const node = tree?.nodes[id];
    if (!node || seen.has(id)) return;
    seen.add(id);
    for (const { to } of stepsOf(id, node)) visit(to);
  };
  if (start !== undefined) visit(start);
  return [...seen].filter((id) => {
    const node = tree?.nodes[id];
    return node !== undefined && isOutcome(node);
  });
};

/** A shortest way from the start to each node. */
const waysIn = (tree: DecisionTree): ReadonlyMap<string, readonly string[]> => {
  const ways = new Map<string, readonly string[]>([[tree.start, []]]);
  // A map goes on to what is added while it is gone through, so this meets every node, nearest first.
  for (const [id, way] of ways) {
    const node = tree.nodes[id];
    if (!node) continue;
    for (const { by, to } of stepsOf(id, node)) if (!ways.has(to)) ways.set(to, [...way, `${id}=${by}`]);
  }
  return ways;
};

const arrowChanges = (before: DecisionTree | undefined, after: DecisionTree | undefined): readonly ArrowChange[] => {
  const [waysBefore, waysAfter] = [before, after].map((tree) => (tree ? waysIn(tree) : undefined));
  const shared = Object.keys(before?.nodes ?? {}).filter((id) => after?.nodes[id] !== undefined);
  return shared.flatMap((id) => {
    const targets = (tree: DecisionTree | undefined): ReadonlyMap<string, string> => {
      const node = tree?.nodes[id];
      return new Map(node ? stepsOf(id, node).map(({ by, to }) => [by, to]) : []);
    };
    const [old, now] = [targets(before), targets(after)];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((by) => old.get(by) !== now.get(by))
      .map((by) => ({
        from: id,
        by,
        before: old.get(by),
        after: now.get(by),
        way: waysAfter?.get(id) ?? waysBefore?.get(id) ?? [],
        outcomesBefore: outcomesFrom(before, old.get(by)),
        outcomesAfter: outcomesFrom(after, now.get(by)),
      }));
  });
};

/** How a tree differs from an earlier one; either may be missing, when it is new or gone. Undefined when they are alike. */
export const differenceBetween = (
  tree: string,
  before: DecisionTree | undefined,
  after: DecisionTree | undefined,
): TreeDifference | undefined => {
  const [old, now] = [before?.nodes ?? {}, after?.nodes ?? {}];
  const added = Object.keys(now).filter((id) => old[id] === undefined);
  const removed = Object.keys(old).filter((id) => now[id] === undefined);
  const arrows = arrowChanges(before, after);
  const changed = new Map<string, readonly FieldChange[]>();
  for (const [id, node] of Object.entries(now)) {
    const earlier = old[id];
    const fields = earlier ? fieldChanges(earlier, node) : [];
    if (fields.length > 0 || arrows.some(({ from }) => from === id)) changed.set(id, fields);
  }
  const start =
    before?.start === after?.start ? undefined : { field: 'start', before: before?.start, after: after?.start };
  const alike = added.length + removed.length + changed.size + arrows.length === 0 && start === undefined;
  return alike ? undefined : { tree, added, removed, changed, start, arrows };
};

/** Which nodes the drawing of the tree as it is now marks. */
export const marksOf = ({ added, changed }: TreeDifference): ReadonlyMap<string, Mark> =>
  new Map([...added.map((id) => [id, 'ny'] as const), ...[...changed.keys()].map((id) => [id, 'ændret'] as const)]);

const orNothing = (value: string | undefined): string => value ?? '(nothing)';
const listed = (ids: readonly string[]): string => ids.join(', ') || '(none)';

/** A difference as text, one thing a line. */
export const describeDifference = (
  { tree, added, removed, changed, start, arrows }: TreeDifference,
  before: DecisionTree | undefined,
  after: DecisionTree | undefined,
): string => {
  const named = (id: string, from: DecisionTree | undefined): string => {
    const node = from?.nodes[id];
    return node ? `${id} · ${kindWords[kindOf(node)]}: ${textOf(node)}` : id;
  };
  const told = ({ field, before: old, after: now }: FieldChange): string =>
    `      ${field}: ${orNothing(old)} → ${orNothing(now)}`;
  return [
    `${tree}:${before ? '' : ' a new tree'}${after ? '' : ' a tree that is no more'}`,
    ...(start ? [`  the start was ${orNothing(start.before)}, is now ${orNothing(start.after)}`] : []),
    ...added.map((id) => `  + ${named(id, after)}`),
    ...removed.map((id) => `  - ${named(id, before)}`),
    ...[...changed].flatMap(([id, fields]) => [`  ~ ${named(id, after)}`, ...fields.map(told)]),
    ...(arrows.length === 0 ? [] : ['  paths that lead elsewhere:']),
    ...arrows.flatMap((arrow) => [
      `    from ${arrow.from} by ${arrow.by}: before ${orNothing(arrow.before)}, now ${orNothing(arrow.after)}`,
      `      way there: ${arrow.way.join(' → ') || '(the start)'}`,
      `      outcomes before: ${listed(arrow.outcomesBefore)}`,
      `      outcomes now: ${listed(arrow.outcomesAfter)}`,
    ]),
    '',
  ].join('\n');
};
