import { AppManifestUtils } from '@microsoft/app-manifest';
import { z } from 'zod';
import { readPngHeader } from './png.ts';

/** The parts of a manifest that the checks below follow; the schema holds the rest. */
const followed = z.looseObject({
  $schema: z.string(),
  bots: z.array(
    z.looseObject({
      botId: z.string(),
      commandLists: z.array(z.looseObject({ commands: z.array(z.looseObject({ title: z.string() })) })),
    }),
  ),
  composeExtensions: z.array(z.looseObject({ botId: z.string() })),
});
const inLanguage = z.looseObject({ $schema: z.string() });

type Schema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];
type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];

const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
};

/**
 * The schema that a file names, from the validator's own folder. Microsoft's language schema holds patterns that are no
 * regular expressions, for parts that we have not; they are left out, so such a part would be refused.
 */
const schemaOf = async (url: string): Promise<Schema> => {
  const schema = (await AppManifestUtils.fetchSchema(url)) as Record<string, unknown>;
  const patterns = Object.entries((schema.patternProperties ?? {}) as Record<string, unknown>);
  const patternProperties = Object.fromEntries(patterns.filter(([pattern]) => isPattern(pattern)));
  return { ...schema, patternProperties } as unknown as Schema;
};

const known =
  /^https:\/\/developer\.microsoft\.com\/json-schemas\/teams\/v[\d.]+\/MicrosoftTeams\.(?:Localization\.)?schema\.json$/u;

const schemaFaults = async (name: string, content: { readonly $schema: string }): Promise<readonly string[]> => {
  // Any other address would be fetched.
  if (!known.test(content.$schema)) return [`${name}: $schema is not one of Microsoft's for Teams`];
  const found = await AppManifestUtils.validateAgainstSchema(
    content as unknown as Manifest,
    await schemaOf(content.$schema),
  );
  return found.map((fault) => `${name}: ${fault}`);
};

const versionIn = (schema: string): string | undefined => /\/(v[\d.]+)\//u.exec(schema)?.[1];

/** Where a text stands that users read, as language files write it: `bots[0].commandLists[0].commands[1].title`. */
const textPaths = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => textPaths(item, `${path}[${String(index)}]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => textPaths(item, path === '' ? key : `${path}.${key}`));
};
const isRead = /^(?:name|description)\.|^(?:bots|composeExtensions)\[.*\.(?:title|description)$/u;

/** The texts of a manifest that a language file has to say again. */
export const translatable = (manifest: unknown): readonly string[] =>
  textPaths(manifest).filter((path) => isRead.test(path));

const languageFaults = (
  manifest: z.infer<typeof followed>,
  language: z.infer<typeof inLanguage>,
): readonly string[] => {
  const wanted = new Set(translatable(manifest));
  const said = Object.keys(language).filter((key) => key !== '$schema');
  return [
    ...(versionIn(manifest.$schema) === versionIn(language.$schema)
      ? []
      : ['en.json: another version than manifest.json']),
    ...said.filter((key) => !wanted.has(key)).map((key) => `en.json: ${key} is not in manifest.json`),
    ...[...wanted].filter((key) => !said.includes(key)).map((key) => `en.json: ${key} is missing`),
  ];
};

const ownFaults = ({ bots, composeExtensions }: z.infer<typeof followed>): readonly string[] => {
  const ids = new Set([...bots, ...composeExtensions].map(({ botId }) => botId));
  const lists = bots.flatMap(({ commandLists }) => commandLists.map(({ commands }) => commands));
  const doubled = lists.some((commands) => new Set(commands.map(({ title }) => title)).size < commands.length);
  return [
    ...(ids.size === 1 ? [] : ['manifest.json: bots and composeExtensions name different bots']),
    ...(doubled ? ['manifest.json: a command stands twice in one list'] : []),
  ];
};

const iconFaults = (name: string, bytes: Buffer, size: number, needsAlpha: boolean): readonly string[] => {
  const header = readPngHeader(bytes);
  if (!header) return [`${name}: not a PNG picture`];
  const { width, height, hasAlpha } = header;
  return [
    ...(width === size && height === size ? [] : [`${name}: not ${String(size)} by ${String(size)} points`]),
    ...(needsAlpha && !hasAlpha ? [`${name}: nothing in it is transparent`] : []),
  ];
};

/** What a package is made of, before it is packed. */
export interface PackageParts {
  readonly manifest: unknown;
  readonly english: unknown;
  readonly color: Buffer;
  readonly outline: Buffer;
}

/** All that Teams would refuse in a package, and what it would take without a word and show wrongly. Uses no network. */
export const packageFaults = async ({
  manifest,
  english,
  color,
  outline,
}: PackageParts): Promise<readonly string[]> => {
  const [read, translated] = [followed.safeParse(manifest), inLanguage.safeParse(english)];
  return [
    ...(read.success
      ? [...(await schemaFaults('manifest.json', read.data)), ...ownFaults(read.data)]
      : ['manifest.json: it lacks $schema, bots with commands, or composeExtensions']),
    ...(translated.success ? await schemaFaults('en.json', translated.data) : ['en.json: it lacks $schema']),
    ...(read.success && translated.success ? languageFaults(read.data, translated.data) : []),
    ...iconFaults('color.png', color, 192, false),
    ...iconFaults('outline.png', outline, 32, true),
  ];
};
