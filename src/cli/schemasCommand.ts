import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  actSchema,
  checklistSchema,
  guidanceSchema,
  municipalitySchema,
  dutiesFileSchema,
  glossaryFileSchema,
  regimesFileSchema,
  sourcesFileSchema,
} from '../knowledge/index.ts';
import {
  englishMenuFileSchema,
  englishTreeSchema,
  menuFileSchema,
  phrasesFileSchema,
  treeSchema,
} from '../trees/index.ts';
import { readOptions, type Command } from './command.ts';
import { projectRoot } from './world.ts';

/** Every data format by the name of its JSON Schema file. */
export const dataSchemas: Readonly<Record<string, z.ZodType>> = {
  act: actSchema,
  sources: sourcesFileSchema,
  regimes: regimesFileSchema,
  duties: dutiesFileSchema,
  checklist: checklistSchema,
  municipality: municipalitySchema,
  guidance: guidanceSchema,
  glossary: glossaryFileSchema,
  tree: treeSchema,
  menu: menuFileSchema,
  'tree.en': englishTreeSchema,
  'menu.en': englishMenuFileSchema,
  phrases: phrasesFileSchema,
};

/** The JSON Schema of a data format, as editors read it. */
export const jsonSchema = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;

export const schemasCommand: Command = {
  help: 'paragrafguiden schemas [--out DIR]\n\nWrites JSON Schema for editors from the data formats (default folder: schemas).\n',
  run: (args) => {
    const { values } = readOptions(args, { out: { type: 'string' } });
    const out = typeof values.out === 'string' ? values.out : join(projectRoot, 'schemas');
    mkdirSync(out, { recursive: true });
    for (const [name, schema] of Object.entries(dataSchemas))
      writeFileSync(join(out, `${name}.schema.json`), jsonSchema(schema));
    process.stdout.write(`Wrote ${String(Object.keys(dataSchemas).length)} schemas.\n`);
    return 0;
  },
};
