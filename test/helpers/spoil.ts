import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './content.ts';

/** Stands in a replacement where the fault is to be reported; it is taken out before the file is written. */
const mark = '¶';

/** One mistake, as an author might make it. */
export interface Spoil {
  readonly name: string;
  readonly file: string;
  /** The first place after `after` that `find` fits is replaced; `put` may use $1 and marks the line at fault with ¶. */
  readonly after?: string;
  readonly find: RegExp;
  readonly put: string;
  /** A word that the report holds. */
  readonly says: string;
}

const law = 'knowledge/law/serviceloven.yaml';
const tree = 'dialogs/trees/hvilken-paragraf.yaml';

/** Ten mistakes in knowledge and dialogs, one in each copy. */
export const spoils: readonly Spoil[] = [
  {
    name: 'a value without a citation',
    file: law,
    after: '- id: sel-86-1',
    find: /- validFrom: ([^]*?)\n {8}citations: \[.*\]\n/u,
    put: '- ¶validFrom: $1\n',
    says: '"citations" is missing',
  },
  {
    name: 'an unknown provision',
    file: 'knowledge/regimes.yaml',
    after: '- id: older-people',
    find: /provision: ael-16/u,
    put: 'provision: ¶ael-61',
    says: 'ael-61',
  },
  {
    name: 'a word that means two options',
    file: tree,
    find: /- (id: maintain\n[^]*?synonyms: \[)/u,
    put: '- ¶$1Genoptraene, ',
    says: 'genoptraene',
  },
  {
    name: 'a dead end',
    file: tree,
    find: /(decide: asks-hospital-plan\n.*no: )[a-z-]+/u,
    put: '$1¶nowhere',
    says: 'dead end',
  },
  {
    name: 'a circle',
    file: tree,
    find: /(decide: asks-housing\n.*no: )governing-situation/u,
    put: '$1¶asks-need-changed',
    says: 'circle',
  },
  {
    name: 'a node that nothing reaches',
    file: tree,
    find: /\n(.*\n)$/u,
    put: '\n$1  ¶lonely:\n    outcome: Alene\n    conclusion: Ingen kommer hertil.\n    citations: [{ source: aeldreloven-lov-1651-2024, at: "§ 2" }]\n',
    says: 'lonely',
  },
  {
    name: 'a result that no arrow handles',
    file: tree,
    find: /(decide: asks-hospital-plan\n.*)next: \{ yes: hospitalPlan, .*/u,
    put: '$1¶next: { yes: hospitalPlan }',
    says: '"no"',
  },
  {
    name: 'a day that does not exist',
    file: law,
    after: '- id: sel-86-1',
    find: /validFrom: 2025-07-01/u,
    put: '¶validFrom: 2025-02-29',
    says: 'validFrom',
  },
  {
    name: 'an unknown key',
    file: law,
    after: '- id: sel-86-1',
    find: /\n {8}remember:/u,
    put: '\n        ¶remembers:',
    says: 'remembers',
  },
  {
    name: 'YAML that cannot be read',
    file: 'knowledge/sources.yaml',
    after: '- id: aeldreloven-lov-1651-2024',
    find: /\n {4}publisher:/u,
    put: '\n   ¶  publisher:',
    says: 'not valid YAML',
  },
];

/** Copies all content into a folder. */
export const copyContent = (folder: string): void => {
  for (const part of ['knowledge', 'dialogs']) cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
};

/** Copies all content into a folder with one mistake in it; gives the 1-based line where the mistake is. */
export const copySpoilt = (folder: string, { file, after = '', find, put }: Spoil): number => {
  copyContent(folder);
  const text = readFileSync(join(folder, file), 'utf8');
  const from = text.indexOf(after);
  const rest = text.slice(from);
  const marked = text.slice(0, from) + rest.replace(find, put);
  if (from < 0 || !find.test(rest)) throw new Error(`${file} has no place for this mistake: ${String(find)}`);
  writeFileSync(join(folder, file), marked.replace(mark, ''));
  return marked.slice(0, marked.indexOf(mark)).split('\n').length;
};
