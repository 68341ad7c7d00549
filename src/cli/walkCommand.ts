import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../content.ts';
import { InputError } from '../errors.ts';
import { readOptions, type Command } from './command.ts';
import { ledgerOf, windowsOf } from './ledger.ts';
import { projectRoot } from './world.ts';

const folder = 'test/ledger';
const shownAtMost = 20;

/** The lines that stand in one of two texts only, in order, marked as in a diff. */
const difference = (before: readonly string[], after: readonly string[]): string[] => {
  const count = (lines: readonly string[]) => {
    const seen = new Map<string, number>();
    for (const line of lines) seen.set(line, (seen.get(line) ?? 0) + 1);
    return seen;
  };
  const less = (lines: readonly string[], others: Map<string, number>, mark: string): string[] =>
    lines.flatMap((line) => {
      const left = others.get(line) ?? 0;
      if (left > 0) others.set(line, left - 1);
      return left > 0 ? [] : [`${mark} ${line}`];
    });
  return [...less(before, count(after), '-'), ...less(after, count(before), '+')];
};

export const walkCommand: Command = {
  help: "paragrafguiden walk [--update] [--tree ID] [--root DIR]\n\nWalks every path of every tree on each side of every boundary of the law, and compares where they lead with the\ncommitted ledger (test/ledger). Differences are listed and give exit code 1.\n\n  --tree ID    only this tree\n  --update     write the ledger instead\n  --root DIR   another folder with knowledge/ and dialogs/, held against this checkout's ledger\n",
  run: async (args) => {
    const { values } = readOptions(args, {
      update: { type: 'boolean' },
      root: { type: 'string' },
      tree: { type: 'string' },
    });
    const content = await loadContent(typeof values.root === 'string' ? values.root : projectRoot);
    const days = windowsOf(content);
    let total = 0;
    let differing = 0;
    const wanted = [...content.dialogs.trees.values()].filter(
      ({ id }) => values.tree === undefined || id === values.tree,
    );
    for (const tree of wanted) {
      const ledger = ledgerOf(content, tree, days);
      if (!ledger || ledger.paths === 0)
        throw new InputError(
          `The tree "${tree.id}" has ${ledger ? 'no paths' : 'too many paths'}.`,
          'What cannot be walked cannot be proved.',
          'Ask fewer things in one tree.',
        );
      total += ledger.paths;
      const file = join(projectRoot, folder, `${tree.id}.txt`);
      const text = `${ledger.lines.join('\n')}\n`;
      process.stdout.write(`${tree.id}: ${String(ledger.paths)} paths\n`);
      if (values.update === true) {
        mkdirSync(join(projectRoot, folder), { recursive: true });
        writeFileSync(file, text);
        continue;
      }
      const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (known === text) continue;
      const lines = difference(known.split('\n'), text.split('\n'));
      differing += lines.length;
      process.stderr.write(`${tree.id} differs from ${folder}/${tree.id}.txt in ${String(lines.length)} line(s):\n`);
      process.stderr.write(
        lines
          .slice(0, shownAtMost)
          .map((line) => `  ${line}\n`)
          .join(''),
      );
    }
    process.stdout.write(`${String(total)} paths on ${String(days.length)} days\n`);
    if (differing > 0) process.stderr.write('If this is what you meant, run walk --update and review the ledger.\n');
    return differing > 0 ? 1 : 0;
  },
};
