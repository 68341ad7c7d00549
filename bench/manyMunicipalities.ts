import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knowledge } from '../src/knowledge/index.ts';

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/æ/gu, 'ae')
    .replace(/ø/gu, 'oe')
    .replace(/å/gu, 'aa')
    .replace(/[^a-z0-9]+/gu, '-');

/**
 * A folder of its own with the content under `root` and standards for so many municipalities: copies of the largest under
 * other names. Whoever asks for it removes it.
 */
export const manyMunicipalities = (root: string, knowledge: Knowledge, count: number): string => {
  const folder = mkdtempSync(join(tmpdir(), 'many-'));
  for (const part of ['knowledge', 'dialogs']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const original = readFileSync(join(root, 'knowledge/municipalities/herlev.yaml'), 'utf8');
  const named = knowledge.municipalities.filter(({ unnamed }) => !unnamed);
  const here = new Set(named.map(({ id }) => id));
  const others = knowledge.words.municipalities
    .filter((name) => !here.has(slugOf(name)))
    .slice(0, count - named.length);
  for (const name of others) {
    const slug = slugOf(name);
    const copy = original
      .replace(/^id: herlev$/mu, `id: ${slug}`)
      .replace(/^name: .*$/mu, `name: ${name} Kommune`)
      .replace(/^aliases: .*$/mu, `aliases: [${name}]`)
      .replace(/^( {2}- id: )herlev-/gmu, `$1${slug}-`)
      .replace(/^( {6,}.*)\bHerlevs?\b/gmu, `$1${name}`);
    writeFileSync(join(folder, 'knowledge/municipalities', `${slug}.yaml`), copy);
  }
  return folder;
};
