import { basename } from 'node:path';
import { DataError } from '../errors.ts';
import { dataFiles, locateFaults, readDataFile, type Knowledge, type PlacedFault } from '../knowledge/index.ts';
import { checkTree, checkTogether } from './check.ts';
import { menuFileSchema, phrasesFileSchema, treeSchema, type DecisionTree, type Menu } from './schema.ts';

/** Everything under dialogs/: what the guide asks, offers and says. */
export interface Dialogs {
  readonly trees: ReadonlyMap<string, DecisionTree>;
  readonly menu: Menu;
  readonly phrases: Readonly<Record<string, string>>;
}

/** All faults in `root`/dialogs, and the dialogs themselves when there are none. */
export const inspectDialogs = (
  root: string,
  knowledge: Knowledge,
): { dialogs: Dialogs | undefined; faults: PlacedFault[] } => {
  const files = dataFiles(root, 'dialogs/trees').map((file) => readDataFile(root, file, treeSchema));
  const menu = readDataFile(root, 'dialogs/menu.yaml', menuFileSchema);
  const phrases = readDataFile(root, 'dialogs/phrases.yaml', phrasesFileSchema);
  const trees = new Map(files.flatMap(({ file, value }) => (value ? [[file, value] as const] : [])));
  const faults = [...files, menu, phrases].flatMap((read) => read.faults);
  for (const [file, tree] of trees) {
    if (`${tree.id}.yaml` !== basename(file))
      faults.push({
        file,
        path: ['id'],
        what: `the id "${tree.id}" is not the file's name.`,
        why: 'A dialog is found by its file name.',
        cure: 'Give the id and the file the same name.',
      });
    faults.push(...checkTree(file, tree, knowledge));
  }
  if (faults.length > 0 || !menu.value || !phrases.value) return { dialogs: undefined, faults };
  const dialogs = {
    trees: new Map([...trees.values()].map((tree) => [tree.id, tree])),
    menu: menu.value,
    phrases: phrases.value.phrases,
  };
  const together = checkTogether(trees, menu.value);
  return { dialogs: together.length === 0 ? dialogs : undefined, faults: together };
};

/** The dialogs under `root`; throws DataError with every fault when any of them is wrong. */
export const loadDialogs = async (root: string, knowledge: Knowledge): Promise<Dialogs> => {
  const { dialogs, faults } = inspectDialogs(root, knowledge);
  if (!dialogs) throw new DataError(await locateFaults(root, faults));
  return dialogs;
};
