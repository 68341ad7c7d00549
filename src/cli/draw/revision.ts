import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load as parseYaml } from 'js-yaml';
import { InputError } from '../../errors.ts';
import { treeSchema, type DecisionTree } from '../../trees/index.ts';

const folder = 'dialogs/trees';

const parseTree = (file: string, text: string): DecisionTree => {
  let raw: unknown;
  try {
    raw = parseYaml(text, { schema: CORE_SCHEMA });
  } catch {
    raw = undefined;
  }
  const parsed = treeSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new InputError(
    `${file} is not a tree that this version can read.`,
    'Two trees can only be compared when both have the shape of today.',
    'Use a later revision, or mend the file.',
  );
};

const byId = (trees: readonly DecisionTree[]): ReadonlyMap<string, DecisionTree> =>
  new Map(trees.map((tree) => [tree.id, tree]));
const isTreeFile = (name: string): boolean => name.endsWith('.yaml');

/** The trees under a folder as their files hold them, without the options that the knowledge gives. */
export const treesInFolder = (root: string): ReadonlyMap<string, DecisionTree> => {
  const place = join(root, folder);
  let names: readonly string[];
  try {
    names = readdirSync(place).filter(isTreeFile).sort();
  } catch {
    throw new InputError(
      `${place} cannot be read.`,
      'There is nothing to compare with.',
      'Give a folder that holds dialogs/trees.',
    );
  }
  return byId(names.map((name) => parseTree(join(place, name), readFileSync(join(place, name), 'utf8'))));
};

/** Where `walk` keeps the ledger of a tree. */
const ledgerFile = (tree: string): string => `test/ledger/${tree}.txt`;

const git = (root: string, args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 });

const commitOf = (root: string, revision: string): string => {
  try {
    return git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).trim();
  } catch {
    throw new InputError(
      `There is no revision "${revision}".`,
      'There is nothing to compare with.',
      'Use a commit, branch or tag of this checkout, or a folder that holds dialogs/trees.',
    );
  }
};

/** The trees of a git revision of the checkout at `root`, as their files held them. */
export const treesAtRevision = (root: string, revision: string): ReadonlyMap<string, DecisionTree> => {
  const commit = commitOf(root, revision);
  const names = git(root, ['ls-tree', '--name-only', '-z', commit, `${folder}/`])
    .split('\0')
    .filter(isTreeFile);
  return byId(names.map((name) => parseTree(`${revision}:${name}`, git(root, ['show', `${commit}:./${name}`]))));
};

const isFolderOfTrees = (named: string): boolean =>
  statSync(named, { throwIfNoEntry: false })?.isDirectory() === true &&
  statSync(join(named, folder), { throwIfNoEntry: false }) !== undefined;

/** The trees to compare with: those of a folder when there is one of that name, else those of a git revision. */
export const treesBefore = (root: string, named: string): ReadonlyMap<string, DecisionTree> =>
  isFolderOfTrees(named) ? treesInFolder(named) : treesAtRevision(root, named);

/** Where the ways of a tree led before, as `walk` wrote it down; undefined where it did not. */
export const ledgerBefore = (root: string, named: string, tree: string): string | undefined => {
  try {
    return isFolderOfTrees(named)
      ? readFileSync(join(named, ledgerFile(tree)), 'utf8')
      : git(root, ['show', `${commitOf(root, named)}:./${ledgerFile(tree)}`]);
  } catch {
    return undefined;
  }
};
