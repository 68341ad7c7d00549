import { basename } from 'node:path';
import { DataError } from '../errors.ts';
import { dataFiles, locateFaults, readDataFile, type Knowledge, type PlacedFault } from '../knowledge/index.ts';
import { checkTree, checkTogether } from './check.ts';
import { expandTree } from './expand.ts';
import { menuFileSchema, phrasesFileSchema, treeSchema, type DecisionTree, type Menu } from './schema.ts';

/** Everything under dialogs/: what the guide asks, offers and says. */
export interface Dialogs {
  readonly trees: ReadonlyMap<string, DecisionTree>;
  readonly menu: Menu;
  readonly phrases: Readonly<Record<string, string>>;
  /** The same in English. */
  readonly phrasesEnglish: Readonly<Record<string, string>>;
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
});

/** The faults that show without the knowledge: what does not have the shape of a tree, a menu or phrases. */
export const inspectDialogShapes = (root: string): PlacedFault[] => {
  const { files, menu, phrases, english } = readDialogs(root);
  return [...files, menu, phrases, english].flatMap(({ faults }) => faults);
};

/** All faults in `root`/dialogs, and the dialogs themselves when there are none. */
export const inspectDialogs = (
  root: string,
  knowledge: Knowledge,
): { dialogs: Dialogs | undefined; faults: PlacedFault[] } => {
  const { files, menu, phrases, english } = readDialogs(root);
  const written = new Map(files.map(({ file, value }) => [file, value]));
  const trees = new Map(
    files.flatMap(({ file, value }) => (value ? [[file, expandTree(value, knowledge)] as const] : [])),
  );
  const faults = [...files, menu, phrases, english].flatMap((read) => read.faults);
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
  if (faults.length > 0 || !menu.value || !phrases.value || !english.value) return { dialogs: undefined, faults };
  const dialogs = {
    trees: new Map([...trees.values()].map((tree) => [tree.id, tree])),
    menu: menu.value,
    phrases: phrases.value.phrases,
    phrasesEnglish: english.value.phrases,
  };
  const together = checkTogether(trees, menu.value).flatMap((fault) => {
    const tree = trees.get(fault.file);
    return tree ? inFile([fault], written.get(fault.file) ?? tree, tree) : [fault];
  });
  return { dialogs: together.length === 0 ? dialogs : undefined, faults: together };
};

/** The dialogs under `root`; throws DataError with every fault when any of them is wrong. */
export const loadDialogs = async (root: string, knowledge: Knowledge): Promise<Dialogs> => {
  const { dialogs, faults } = inspectDialogs(root, knowledge);
  if (!dialogs) throw new DataError(await locateFaults(root, faults));
  return dialogs;
};
