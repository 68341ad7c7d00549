import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent, type Content } from '../content.ts';
import { InputError, UsageError } from '../errors.ts';
import type { DecisionTree } from '../trees/index.ts';
import { readOptions, type Command } from './command.ts';
import { differenceOf, ledgerOf, windowsOf } from './ledger.ts';
import { projectRoot } from './world.ts';

const folder = 'test/ledger';
/** How many lines of a difference are shown on each side. */
const shownAtMost = 10;
const fileOf = (tree: string): string => join(projectRoot, folder, `${tree}.txt`);

/** The first of the lines with this mark, and how many more there are. */
const shown = (causes: readonly string[], mark: string): string[] => {
  const lines = causes.filter((line) => line.startsWith(mark));
  const more = lines.length - shownAtMost;
  return [...lines.slice(0, shownAtMost), ...(more > 0 ? [`${mark} … and ${String(more)} more`] : [])];
};

/** Says on stderr how a tree differs from its ledger; gives in how many lines. */
const compare = (tree: string, text: string): number => {
  const file = fileOf(tree);
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known === text) return 0;
  const { count, causes } = differenceOf(known.split('\n'), text.split('\n'));
  const lines = [...shown(causes, '-'), ...shown(causes, '+')].map((line) => `  ${line}\n`).join('');
  process.stderr.write(`${tree} differs from ${folder}/${tree}.txt in ${String(count)} line(s):\n${lines}`);
  // Lines in another order are a difference too.
  return Math.max(1, count);
};

/** Ledgers of trees that are no more. */
const orphans = (trees: ReadonlyMap<string, DecisionTree>): string[] =>
  existsSync(join(projectRoot, folder))
    ? readdirSync(join(projectRoot, folder))
        .filter((file) => file.endsWith('.txt'))
        .map((file) => file.slice(0, -'.txt'.length))
        .filter((tree) => !trees.has(tree))
    : [];

const treesOf = ({ dialogs: { trees } }: Content, wanted: unknown): readonly DecisionTree[] => {
  if (typeof wanted !== 'string') return [...trees.values()];
  const tree = trees.get(wanted);
  if (tree) return [tree];
  throw new UsageError('There is no such tree.', 'Nothing was walked.', `Use one of: ${[...trees.keys()].join(', ')}.`);
};

export const walkCommand: Command = {
  help: `paragrafguiden walk [--update] [--tree ID] [--root DIR]

Walks every path of every tree on each side of every boundary of the law, and compares where they lead with the
committed ledger (test/ledger). Differences are listed and give exit code 1: of the lines that differ those are shown
that differ by themselves, and not only because of where they lead.

  --tree ID    only this tree
  --update     write the ledger instead
  --root DIR   another folder with knowledge/ and dialogs/, held against this checkout's ledger
`,
  run: async (args) => {
    const began = performance.now();
    const { values } = readOptions(args, {
      update: { type: 'boolean' },
      root: { type: 'string' },
      tree: { type: 'string' },
    });
    const content = await loadContent(typeof values.root === 'string' ? values.root : projectRoot);
    const days = windowsOf(content);
    let total = 0;
    let differing = 0;
    for (const tree of treesOf(content, values.tree)) {
      const ledger = ledgerOf(content, tree, days);
      if (!ledger || ledger.paths === 0)
        throw new InputError(
          `The tree "${tree.id}" has ${ledger ? 'no paths' : 'too many paths'}.`,
          'What cannot be walked cannot be proved.',
          'Ask fewer things in one tree.',
        );
      total += ledger.paths;
      process.stdout.write(`${tree.id}: ${String(ledger.paths)} paths\n`);
      const text = `${ledger.lines.join('\n')}\n`;
      if (values.update === true) {
        mkdirSync(join(projectRoot, folder), { recursive: true });
        writeFileSync(fileOf(tree.id), text);
      } else differing += compare(tree.id, text);
    }
    if (values.tree === undefined)
      for (const orphan of orphans(content.dialogs.trees)) {
        if (values.update === true) rmSync(fileOf(orphan));
        else {
          differing += 1;
          process.stderr.write(`${orphan} has a ledger, ${folder}/${orphan}.txt, and is no tree.\n`);
        }
      }
    process.stdout.write(`${String(total)} paths on ${String(days.length)} days\n`);
    process.stdout.write(`walked in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    if (differing > 0) process.stderr.write('If this is what you meant, run walk --update and review the ledger.\n');
    return differing > 0 ? 1 : 0;
  },
};
