import { join } from 'node:path';
import { loadContent, type Content } from '../content.ts';
import { copenhagenDay, isCivilDate, type CivilDate } from '../dates/index.ts';
import { DataError, UsageError } from '../errors.ts';
import type { DecisionTree } from '../trees/index.ts';
import { readOptions, type Command } from './command.ts';
import { changedPaths } from './draw/changedPaths.ts';
import { describeDifference, differenceBetween, marksOf } from './draw/diff.ts';
import { drawingOf } from './draw/model.ts';
import { outlineOf } from './draw/outline.ts';
import { ledgerBefore, treesBefore, treesInFolder } from './draw/revision.ts';
import { svgOf, type Mark } from './draw/svg.ts';
import { ledgerOf, windowsOf } from './ledger.ts';
import { projectRoot } from './world.ts';
import { writeOut } from './writeOut.ts';

/** How many lines of changed ways are printed for one tree; a file that is asked for holds them all. */
const shownAtMost = 40;

const usually = join(projectRoot, 'build', 'trees');

const write = (folder: string, name: string, text: string): void => {
  const written = writeOut(join(folder, name), text, 'Give a folder that you may write in, with --out.');
  process.stdout.write(`Wrote ${written}\n`);
};

const dayFrom = (given: unknown): CivilDate => {
  if (typeof given !== 'string') return copenhagenDay(new Date());
  if (isCivilDate(given)) return given;
  throw new UsageError('The date is not an existing day.', 'Nothing was drawn.', 'Write it as YYYY-MM-DD.');
};

const refuseUnknown = (wanted: string | undefined, known: readonly string[]): void => {
  if (wanted !== undefined && !known.includes(wanted))
    throw new UsageError('There is no such tree.', 'Nothing was drawn.', `Use one of: ${known.join(', ')}.`);
};

const drawTrees = (
  content: Content,
  trees: readonly DecisionTree[],
  date: CivilDate,
  folder: string,
  marks: ReadonlyMap<string, ReadonlyMap<string, Mark>>,
): void => {
  for (const tree of trees) {
    const drawing = drawingOf(content, tree, date);
    write(folder, `${tree.id}.svg`, svgOf(drawing, marks.get(tree.id)));
    write(folder, `${tree.id}.txt`, outlineOf(drawing));
  }
};

/** Every way of a tree that ends elsewhere than at an earlier revision, a line each; none where there is no ledger of it. */
function* changedWays(content: Content, tree: DecisionTree, before: string): Generator<string> {
  const now = ledgerOf(content, tree, windowsOf(content));
  for (const { days, count, paths } of changedPaths(before, now?.lines.join('\n') ?? '')) {
    yield `  ${String(count)} path(s) whose outcome changed on ${days.join(', ')}:`;
    for (const { way, before: old, after } of paths())
      yield `    ${way.join(' → ') || '(the start)'}\n      before: ${old}\n      now: ${after}`;
  }
}

/** Trees that are being written are compared all the same, node by node; only what has no fault can be walked. */
const loadedOrFaulty = async (root: string): Promise<Content | undefined> => {
  try {
    return await loadContent(root);
  } catch (cause) {
    if (!(cause instanceof DataError)) throw cause;
    process.stdout.write(`The paths are not compared: there are faults, which check tells. ${cause.what}\n`);
    return undefined;
  }
};

/** Prints which ways of the trees end elsewhere than before, and writes them all where a folder is given. */
const comparePaths = (
  content: Content,
  revision: string,
  wanted: string | undefined,
  out: string | undefined,
): void => {
  for (const tree of content.dialogs.trees.values()) {
    if (wanted !== undefined && tree.id !== wanted) continue;
    const before = ledgerBefore(projectRoot, revision, tree.id);
    if (before === undefined) {
      process.stdout.write(`${tree.id}: ${revision} has no ledger of its paths, so they cannot be compared.\n`);
      continue;
    }
    const lines = [...changedWays(content, tree, before)];
    if (lines.length === 0) continue;
    const more = lines.length - shownAtMost;
    const rest = out === undefined ? 'give --out to have them all' : `all are in ${tree.id}.paths.txt`;
    process.stdout.write(`${[`${tree.id}:`, ...lines.slice(0, shownAtMost)].join('\n')}\n`);
    if (more > 0) process.stdout.write(`    … and ${String(more)} more line(s): ${rest}\n`);
    if (out !== undefined) write(out, `${tree.id}.paths.txt`, `${lines.join('\n')}\n`);
  }
};

/** Says how the trees differ from earlier ones; gives what the drawings mark, by tree. */
const compare = (
  root: string,
  revision: string,
  wanted: string | undefined,
): ReadonlyMap<string, ReadonlyMap<string, Mark>> => {
  const [before, after] = [treesBefore(projectRoot, revision), treesInFolder(root)];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  refuseUnknown(wanted, ids);
  const marks = new Map<string, ReadonlyMap<string, Mark>>();
  for (const id of wanted === undefined ? ids : [wanted]) {
    const [old, now] = [before.get(id), after.get(id)];
    const difference = differenceBetween(id, old, now);
    if (!difference) continue;
    marks.set(id, marksOf(difference));
    process.stdout.write(describeDifference(difference, old, now));
  }
  if (marks.size === 0) process.stdout.write(`No node and no arrow differs from ${revision}.\n`);
  return marks;
};

export const drawCommand: Command = {
  help: `paragrafguiden draw [TREE] [--date YYYY-MM-DD] [--out DIR] [--root DIR]
paragrafguiden draw [TREE] --diff REV [--date YYYY-MM-DD] [--out DIR] [--root DIR]

Draws each decision tree as an SVG and writes it as a text outline. What no walk meets on the day, and what leads only to
provisions that are not in force then, is dashed and says so in words.

  TREE         only this tree
  --date DAY   the day that the law is drawn for (default: today)
  --out DIR    where to write TREE.svg and TREE.txt (default: build/trees)
  --root DIR   another folder with knowledge/ and dialogs/
  --diff REV   tells instead which nodes are added, removed and changed since a git revision of this checkout, or another
               folder with dialogs/trees, and which answers lead elsewhere. Then every path whose outcome changed, by the
               ledger of then and a walk of now. With --out, the trees that differ are drawn too, with what is new and
               changed marked, and all changed paths are written.
`,
  run: async (args) => {
    const { values, positionals } = readOptions(
      args,
      { date: { type: 'string' }, out: { type: 'string' }, root: { type: 'string' }, diff: { type: 'string' } },
      true,
    );
    if (positionals.length > 1) throw new UsageError('Give one tree, or none.', 'Nothing was drawn.', 'See --help.');
    const [wanted] = positionals;
    const date = dayFrom(values.date);
    const root = typeof values.root === 'string' ? values.root : projectRoot;
    const out = typeof values.out === 'string' ? values.out : undefined;
    const marks = typeof values.diff === 'string' ? compare(root, values.diff, wanted) : undefined;
    const content = marks && out === undefined ? await loadedOrFaulty(root) : await loadContent(root);
    if (!content) return 0;
    const { trees } = content.dialogs;
    if (typeof values.diff === 'string') comparePaths(content, values.diff, wanted, out);
    if (marks && out === undefined) return 0;
    if (!marks) refuseUnknown(wanted, [...trees.keys()]);
    const drawn = [...trees.values()].filter(({ id }) =>
      marks ? marks.has(id) : wanted === undefined || id === wanted,
    );
    drawTrees(content, drawn, date, out ?? usually, marks ?? new Map());
    return 0;
  },
};
