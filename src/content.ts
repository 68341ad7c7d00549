import { phraseFaults } from './cards/index.ts';
import { DataError, type Fault } from './errors.ts';
import { inspectKnowledge, locateFaults, type Knowledge, type PlacedFault } from './knowledge/index.ts';
import { inspectDialogs, inspectDialogShapes, type Dialogs } from './trees/index.ts';

/** Everything under knowledge/ and dialogs/, checked. */
export interface Content {
  readonly knowledge: Knowledge;
  readonly dialogs: Dialogs;
}

/** Articles that lead to a dialog that no file holds. */
const treesAstray = ({ articleFiles }: Knowledge, { trees }: Dialogs): readonly PlacedFault[] =>
  articleFiles.flatMap(({ file, value }) =>
    value.articles.flatMap(({ tree }, index): PlacedFault[] =>
      tree === undefined || trees.has(tree)
        ? []
        : [
            {
              file,
              path: ['articles', index, 'tree'],
              what: `there is no dialog "${tree}".`,
              why: 'A button would lead the reader nowhere.',
              cure: 'Use the id of a file in dialogs/trees.',
            },
          ],
    ),
  );

/** Reads and checks all knowledge and dialogs under `root`: either the content or every fault, each with file and line. */
export const inspectContent = async (root: string): Promise<{ content: Content } | { faults: readonly Fault[] }> => {
  const { knowledge, faults } = inspectKnowledge(root);
  if (!knowledge) return { faults: await locateFaults(root, [...faults, ...inspectDialogShapes(root)]) };
  const inspected = inspectDialogs(root, knowledge);
  const { dialogs } = inspected;
  const said = dialogs
    ? [
        ...phraseFaults(dialogs.phrases).map((fault) => ({ file: 'dialogs/phrases.yaml', ...fault })),
        ...phraseFaults(dialogs.phrasesEnglish).map((fault) => ({ file: 'dialogs/phrases.en.yaml', ...fault })),
      ]
    : [];
  const astray = dialogs ? treesAstray(knowledge, dialogs) : [];
  const found = [...inspected.faults, ...said, ...astray];
  return dialogs && found.length === 0
    ? { content: { knowledge, dialogs } }
    : { faults: await locateFaults(root, found) };
};

/** The content under `root`; throws DataError when any of it is wrong. */
export const loadContent = async (root: string): Promise<Content> => {
  const inspected = await inspectContent(root);
  if ('faults' in inspected) throw new DataError(inspected.faults);
  return inspected.content;
};
