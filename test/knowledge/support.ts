import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import { addDays, civilDate, type CivilDate } from '../../src/dates/index.ts';
import { dataFiles } from '../../src/knowledge/index.ts';
import { projectRoot } from '../helpers/content.ts';

/** A mapping somewhere in a data file, read without any schema, and where it stands. */
export interface Mapping {
  readonly at: string;
  readonly has: Readonly<Record<string, unknown>>;
}

/** A value that starts on a day. */
export interface RawValue {
  readonly validFrom: CivilDate;
  readonly tracks?: Readonly<Record<string, readonly { provision: string; with?: readonly string[] }[]>> | null;
}
export interface RawDated {
  readonly id: string;
  readonly values: readonly RawValue[];
}

const raw = (file: string): unknown => parseYaml(readFileSync(join(projectRoot, file), 'utf8'));

/** Every mapping in a data file, however deep it lies. */
export const mappingsIn = (file: string): Mapping[] => {
  const found: Mapping[] = [];
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) found.push({ at, has: value as Mapping['has'] });
    for (const [key, inner] of Object.entries(value)) visit(inner, `${at}/${key}`);
  };
  visit(raw(file), file);
  return found;
};

export const lawFiles = dataFiles(projectRoot, 'knowledge/law');
const dutyFiles = dataFiles(projectRoot, 'knowledge/duties');
/** The files in which every dated value has citations. */
export const factFiles = [...lawFiles, ...dutyFiles, 'knowledge/regimes.yaml'];

export const provisions = lawFiles.flatMap((file) => (raw(file) as { provisions: readonly RawDated[] }).provisions);
export const { regimes } = raw('knowledge/regimes.yaml') as { regimes: readonly RawDated[] };
export const duties = dutyFiles.flatMap((file) => (raw(file) as { duties: readonly RawDated[] }).duties);

/** The days on which something in the knowledge starts, each with the day before it. */
export const turningPoints: readonly CivilDate[] = [
  ...new Set([...provisions, ...regimes, ...duties].flatMap(({ values }) => values.map(({ validFrom }) => validFrom))),
]
  .sort()
  .flatMap((day) => [addDays(civilDate(day), -1), civilDate(day)]);
