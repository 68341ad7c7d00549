import { basename } from 'node:path';
import { DataError } from '../errors.ts';
import { dataFiles, locateFaults, readDataFile, type Knowledge, type PlacedFault } from '../knowledge/index.ts';
import { checkTree, checkTogether } from './check.ts';
import { checkEnglishFiles, checkEnglishMenu, checkEnglishTree, checkEnglishWords } from './checkEnglish.ts';
import {
  englishMenuFileSchema,
  englishTreeSchema,
  menuInEnglish,
  treeInEnglish,
  understandingMenu,
  understandingTree,
} from './english.ts';
import { expandTree } from './expand.ts';
import { menuFileSchema, phrasesFileSchema, treeSchema, type DecisionTree, type Menu } from './schema.ts';

/** Everything under dialogs/: what the guide asks, offers and says. */
export interface Dialogs {
  readonly trees: ReadonlyMap<string, DecisionTree>;
  readonly menu: Menu;
  readonly phrases: Readonly<Record<string, string>>;
  /** The same in English. */
  readonly phrasesEnglish: Readonly<Record<string, string>>;
  readonly treesEnglish: ReadonlyMap<string, DecisionTree>;
  readonly menuEnglish: Menu;
}

const countOptions = ({ nodes }: DecisionTree, id: PropertyKey | undefined): number => {
  const node = nodes[String(id)];
  return node && 'options' in node ? node.options.length : 0;
};

/** Where a fault stands in its file: options that the knowledge gives are no part of it, and one line stands for them all. */
const inFile = (found: readonly PlacedFault[], written: DecisionTree, expanded: DecisionTree): PlacedFault[] => {
  const placed = found.map((fault) => {
    const [part, id, options, index, ...rest] = fault.path;
    if (part !== 'nodes' || options !== 'options' || typeof index !== 'number') return fault;
    const given = countOptions(expanded, id) - countOptions(written, id);
    const path =
      index < given ? [part, id ?? '', 'optionsFrom', ...rest] : [part, id ?? '', options, index - given, ...rest];
    return { ...fault, path };
  });
  const keyOf = ({ path, what }: PlacedFault): string => [...path, path[2] === 'optionsFrom' ? '' : what].join(' ');
  return [...new Map(placed.map((fault) => [keyOf(fault), fault])).values()];
};

const readDialogs = (root: string) => ({
  files: dataFiles(root, 'dialogs/trees').map((file) => readDataFile(root, file, treeSchema)),
  menu: readDataFile(root, 'dialogs/menu.yaml', menuFileSchema),
  phrases: readDataFile(root, 'dialogs/phrases.yaml', phrasesFileSchema),
  english: readDataFile(root, 'dialogs/phrases.en.yaml', phrasesFileSchema),
  texts: dataFiles(root, 'dialogs/en/trees').map((file) => readDataFile(root, file, englishTreeSchema)),
  englishMenu: readDataFile(root, 'dialogs/en/menu.yaml', englishMenuFileSchema),
});
type ReadDialogs = ReturnType<typeof readDialogs>;

const shapeFaults = ({ files, menu, phrases, english, texts, englishMenu }: ReadDialogs): PlacedFault[] =>
  [...files, menu, phrases, english, ...texts, englishMenu].flatMap(({ faults }) => faults);

/** What the English texts lack, have too much of, or say of two things; `written` are trees as their files hold them. */
const englishFaults = (
  { texts, menu, englishMenu }: ReadDialogs,
  written: ReadonlyMap<string, DecisionTree>,
  expanded: ReadonlyMap<string, DecisionTree>,
): PlacedFault[] => {
  if (!menu.value || !englishMenu.value) return [];
  const english = new Map(texts.flatMap(({ file, value }) => (value ? [[file, value] as const] : [])));
  const faults = [...checkEnglishFiles(written, english), ...checkEnglishMenu(menu.value, englishMenu.value)];
  for (const [file, one] of english) {
    const tree = [...written.values()].find(({ id }) => id === one.id);
    if (tree) faults.push(...checkEnglishTree(file, tree, one));
  }
  return faults.length > 0 ? faults : checkEnglishWords(expanded, menu.value, english, englishMenu.value);
};

/** The faults that show without the knowledge: what does not have the shape of a tree, a menu, phrases or their English. */
export const inspectDialogShapes = (root: string): PlacedFault[] => shapeFaults(readDialogs(root));

/** All faults in `root`/dialogs, and the dialogs themselves when there are none. */
export const inspectDialogs = (
  root: string,
  knowledge: Knowledge,
): { dialogs: Dialogs | undefined; faults: PlacedFault[] } => {
  const read = readDialogs(root);
  const { files, menu, phrases, english, texts, englishMenu } = read;
  const written = new Map(files.flatMap(({ file, value }) => (value ? [[file, value] as const] : [])));
  const trees = new Map([...written].map(([file, value]) => [file, expandTree(value, knowledge)]));
  const faults = shapeFaults(read);
  for (const [file, tree] of trees) {
    if (`${tree.id}.yaml` !== basename(file))
      faults.push({
        file,
        path: ['id'],
        what: `the id "${tree.id}" is not the file's name.`,
        why: 'A dialog is found by its file name.',
        cure: 'Give the id and the file the same name.',
      });
    faults.push(...inFile(checkTree(file, tree, knowledge), written.get(file) ?? tree, tree));
  }
  if (faults.length > 0 || !menu.value || !phrases.value || !english.value || !englishMenu.value)
    return { dialogs: undefined, faults };
  const together = checkTogether(trees, menu.value).flatMap((fault) => {
    const tree = trees.get(fault.file);
    return tree ? inFile([fault], written.get(fault.file) ?? tree, tree) : [fault];
  });
  // A tree that is wrong by itself is mended first: its texts in English follow it.
  const found = together.length > 0 ? together : englishFaults(read, written, trees);
  if (found.length > 0) return { dialogs: undefined, faults: found };
  const inEnglish = new Map(texts.flatMap(({ value }) => (value ? [[value.id, value] as const] : [])));
  const pairs = [...trees.values()].map((tree) => {
    const translated = inEnglish.get(tree.id);
    return [tree, translated ? treeInEnglish(tree, translated) : tree] as const;
  });
  const menuEnglish = menuInEnglish(menu.value, englishMenu.value);
  return {
    dialogs: {
      trees: new Map(pairs.map(([tree, other]) => [tree.id, understandingTree(tree, other)])),
      menu: understandingMenu(menu.value, menuEnglish),
      phrases: phrases.value.phrases,
      phrasesEnglish: english.value.phrases,
      treesEnglish: new Map(pairs.map(([tree, other]) => [tree.id, understandingTree(other, tree)])),
      menuEnglish: understandingMenu(menuEnglish, menu.value),
    },
    faults: [],
  };
};

/** The dialogs under `root`; throws DataError with every fault when any of them is wrong. */
export const loadDialogs = async (root: string, knowledge: Knowledge): Promise<Dialogs> => {
  const { dialogs, faults } = inspectDialogs(root, knowledge);
  if (!dialogs) throw new DataError(await locateFaults(root, faults));
  return dialogs;
};
