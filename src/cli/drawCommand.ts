import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadContent, type Content } from '../content.ts';
import { copenhagenDay, isCivilDate, type CivilDate } from '../dates/index.ts';
import { InputError, UsageError } from '../errors.ts';
import type { DecisionTree } from '../trees/index.ts';
import { readOptions, type Command } from './command.ts';
import { describeDifference, differenceBetween, marksOf } from './draw/diff.ts';
import { drawingOf } from './draw/model.ts';
import { outlineOf } from './draw/outline.ts';
import { treesBefore, treesInFolder } from './draw/revision.ts';
import { svgOf, type Mark } from './draw/svg.ts';
import { projectRoot } from './world.ts';

const usually = join(projectRoot, 'build', 'trees');

const write = (folder: string, name: string, text: string): void => {
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  } catch (cause) {
    throw new InputError(
      'The file cannot be written.',
      `The system says ${cause instanceof Error && 'code' in cause ? String(cause.code) : 'no'}.`,
      'Give a folder that you may write in, with --out.',
    );
  }
  process.stdout.write(`Wrote ${relative(process.cwd(), file)}\n`);
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
               folder with dialogs/trees, and which answers lead elsewhere. With --out, the trees that differ are drawn too,
               with what is new and changed marked.
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
    if (marks && out === undefined) return 0;
    const content = await loadContent(root);
    const { trees } = content.dialogs;
    if (!marks) refuseUnknown(wanted, [...trees.keys()]);
    const drawn = [...trees.values()].filter(({ id }) =>
      marks ? marks.has(id) : wanted === undefined || id === wanted,
    );
    drawTrees(content, drawn, date, out ?? usually, marks ?? new Map());
    return 0;
  },
};
