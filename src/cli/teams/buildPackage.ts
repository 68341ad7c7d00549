import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../errors.ts';
import { packageFaults } from './faults.ts';
import type { PackageValues } from './values.ts';
import { zip } from './zip.ts';

const readPart = (folder: string, name: string): Buffer => {
  try {
    return readFileSync(join(folder, name));
  } catch (cause) {
    throw new InputError(
      `${name} cannot be read.`,
      `The system says ${cause instanceof Error && 'code' in cause ? String(cause.code) : 'no'}.`,
      'The package is made of manifest.json, en.json, color.png and outline.png in appPackage.',
    );
  }
};

const parse = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      `${name} is not JSON.`,
      'Teams cannot read it.',
      'Look for a missing comma or quotation mark.',
    );
  }
};

/** Puts the values in the place of `${{NAME}}`; a name that has no value is an InputError. */
const fill = (template: string, values: PackageValues): string =>
  template.replace(/\$\{\{\s*(\w+)\s*\}\}/gu, (_, name: string) => {
    if (Object.hasOwn(values, name)) return values[name as keyof PackageValues] ?? '';
    throw new InputError(
      `manifest.json asks for ${name}.`,
      'The program does not know what that is.',
      `Use one of: ${Object.keys(values).join(', ')}.`,
    );
  });

/** Where Bot Framework's token service asks a user to sign in, for bots of the region and others. */
const signInDomains = ['europe.token.botframework.com', 'token.botframework.com'];

/** A manifest by which Teams signs its users in, when there is an app to sign in to. */
const withSignIn = (manifest: unknown, app: string | undefined): unknown => {
  if (app === undefined) return manifest;
  const { validDomains, ...rest } = Object(manifest) as { validDomains?: unknown };
  const domains: readonly unknown[] = Array.isArray(validDomains) ? validDomains : [];
  const resource = `api://botid-${app}`;
  return { ...rest, validDomains: [...domains, ...signInDomains], webApplicationInfo: { id: app, resource } };
};

const asFile = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);

/**
 * The package that is uploaded to Teams, from the files in a folder. The same files and values give the same bytes.
 * Throws InputError with all that Teams would refuse.
 */
export const buildPackage = async (folder: string, values: PackageValues): Promise<Buffer> => {
  const template = parse('manifest.json', fill(readPart(folder, 'manifest.json').toString('utf8'), values));
  const manifest = withSignIn(template, values.LEADER_APP_ID);
  const english = parse('en.json', readPart(folder, 'en.json').toString('utf8'));
  const [color, outline] = [readPart(folder, 'color.png'), readPart(folder, 'outline.png')];
  const faults = await packageFaults({ manifest, english, color, outline });
  if (faults.length > 0)
    throw new InputError(
      `The package has ${String(faults.length)} fault(s):\n  ${faults.join('\n  ')}`,
      'Teams would refuse it, or show it wrongly.',
      'Correct the files in appPackage, and build it again.',
    );
  return zip([
    { name: 'manifest.json', bytes: asFile(manifest) },
    { name: 'en.json', bytes: asFile(english) },
    { name: 'color.png', bytes: color },
    { name: 'outline.png', bytes: outline },
  ]);
};
