import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load as parseYaml, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { DataError, type Fault } from '../errors.ts';
import { articlesFileSchema, wordsFileSchema } from './articleSchema.ts';
import { checkKnowledge } from './check.ts';
import { deadlinesFileSchema } from './deadlineSchema.ts';
import { explainIssues } from './explain.ts';
import { Knowledge, type KnowledgeData } from './Knowledge.ts';
import {
  actSchema,
  checklistSchema,
  dutiesFileSchema,
  glossaryFileSchema,
  regimesFileSchema,
  sourcesFileSchema,
} from './schema.ts';
import { guidanceSchema, municipalitySchema } from './standardSchema.ts';

/** A fault whose place is still a path of keys; `locate` turns the path into a line. */
export interface PlacedFault extends Omit<Fault, 'line'> {
  readonly path: readonly PropertyKey[];
  readonly line?: number;
}

/** One data file that has been read: its value when it fits the schema, and what is wrong when it does not. */
export interface DataFile<T> {
  readonly file: string;
  readonly value: T | undefined;
  readonly faults: readonly PlacedFault[];
}

/** Names of the YAML files in a folder, sorted; none when the folder does not exist. */
export const dataFiles = (root: string, folder: string): string[] => {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
};

/** Reads one YAML file against a schema. Never throws for what the file holds: every mistake is a fault. */
export const readDataFile = <S extends z.ZodType>(root: string, file: string, schema: S): DataFile<z.output<S>> => {
  let raw: unknown;
  try {
    raw = parseYaml(readFileSync(join(root, file), 'utf8'), { schema: CORE_SCHEMA });
  } catch (error) {
    const place =
      error instanceof YAMLException
        ? { line: (error.mark?.line ?? -1) + 1, what: `not valid YAML: ${error.reason}.` }
        : { line: 0, what: 'the file cannot be read.' };
    return {
      file,
      value: undefined,
      faults: [
        {
          file,
          path: [],
          ...place,
          why: 'Nothing in this file can be trusted until it can be read.',
          cure: 'Mend the indentation, quotes, brackets or keys on this line or the one before.',
        },
      ],
    };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { file, value: parsed.data, faults: [] };
  return { file, value: undefined, faults: explainIssues(parsed.error.issues).map((issue) => ({ file, ...issue })) };
};

/** Gives each fault its line. The position-keeping parser is slow, so it is loaded only when something is wrong. */
export const locateFaults = async (root: string, faults: readonly PlacedFault[]): Promise<Fault[]> => {
  if (faults.length === 0) return [];
  const { isMap, isNode, isScalar, LineCounter, parseDocument } = await import('yaml');
  const opened = new Map<
    string,
    { document: ReturnType<typeof parseDocument>; counter: InstanceType<typeof LineCounter> }
  >();
  const open = (file: string) => {
    const known = opened.get(file);
    if (known) return known;
    const counter = new LineCounter();
    const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: counter, schema: 'core' });
    opened.set(file, { document, counter });
    return { document, counter };
  };
  const lineOf = ({ file, path, line }: PlacedFault): number => {
    if (line !== undefined) return line;
    try {
      const { document, counter } = open(file);
      for (let length = path.length; length >= 0; length--) {
        const parent: unknown = document.getIn(path.slice(0, length - 1), true);
        // A key may stand above its value, and the key is where the author looks.
        const pair =
          length > 0 && isMap(parent)
            ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
            : undefined;
        const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      }
    } catch {
      return 0;
    }
    return 1;
  };
  return faults.map((fault) => ({
    file: fault.file,
    line: lineOf(fault),
    what: fault.what,
    why: fault.why,
    cure: fault.cure,
  }));
};

/** All faults in `root`/knowledge, and the knowledge itself when there are none. */
export const inspectKnowledge = (root: string): { knowledge: Knowledge | undefined; faults: PlacedFault[] } => {
  const acts = dataFiles(root, 'knowledge/law').map((file) => readDataFile(root, file, actSchema));
  const sources = readDataFile(root, 'knowledge/sources.yaml', sourcesFileSchema);
  const regimes = readDataFile(root, 'knowledge/regimes.yaml', regimesFileSchema);
  const duties = dataFiles(root, 'knowledge/duties').map((file) => readDataFile(root, file, dutiesFileSchema));
  const checklists = dataFiles(root, 'knowledge/checklists').map((file) => readDataFile(root, file, checklistSchema));
  const glossary = readDataFile(root, 'knowledge/glossary.yaml', glossaryFileSchema);
  const municipalities = dataFiles(root, 'knowledge/municipalities').map((file) =>
    readDataFile(root, file, municipalitySchema),
  );
  const guidance = dataFiles(root, 'knowledge/guidance').map((file) => readDataFile(root, file, guidanceSchema));
  const deadlines = readDataFile(root, 'knowledge/deadlines.yaml', deadlinesFileSchema);
  const articles = dataFiles(root, 'knowledge/articles').map((file) => readDataFile(root, file, articlesFileSchema));
  const words = readDataFile(root, 'knowledge/words.yaml', wordsFileSchema);
  const all = [
    ...acts,
    sources,
    regimes,
    ...duties,
    ...checklists,
    glossary,
    ...municipalities,
    ...guidance,
    deadlines,
    ...articles,
    words,
  ];
  const faults = all.flatMap((read) => read.faults);
  const whole = <T>(files: readonly DataFile<T>[]) =>
    files.flatMap(({ file, value }) => (value ? [{ file, value }] : []));
  const data: KnowledgeData = {
    acts: whole(acts),
    sources: sources.value?.sources ?? [],
    regimes: regimes.value?.regimes ?? [],
    duties: whole(duties),
    checklists: whole(checklists),
    terms: glossary.value?.terms ?? [],
    municipalities: whole(municipalities),
    guidance: whole(guidance),
    deadlines: deadlines.value,
    articles: whole(articles),
    words: words.value,
  };
  // Dangling references would only echo a file that could not be read, so they wait until all could.
  if (faults.length === 0) faults.push(...checkKnowledge(data));
  return { knowledge: faults.length === 0 ? new Knowledge(data) : undefined, faults };
};

/** The knowledge under `root`; throws DataError with every fault when any of it is wrong. */
export const loadKnowledge = async (root: string): Promise<Knowledge> => {
  const { knowledge, faults } = inspectKnowledge(root);
  if (!knowledge) throw new DataError(await locateFaults(root, faults));
  return knowledge;
};
