import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readOptions, type Command } from './command.ts';
import { variablesUnder } from './settingsFile.ts';
import { buildPackage } from './teams/buildPackage.ts';
import { drawColour, drawOutline } from './teams/icons.ts';
import { writePng } from './teams/png.ts';
import { packageValues } from './teams/values.ts';
import { projectRoot } from './world.ts';
import { writeOut } from './writeOut.ts';

const packageFolder = join(projectRoot, 'appPackage');
const usually = join(projectRoot, 'build', 'paragrafguiden.zip');

const versionOfProgram = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;

const write = (file: string, bytes: Buffer): string =>
  writeOut(file, bytes, 'Give a file in a folder that you may write in, with --out.');

const drawIcons = (): void => {
  write(join(packageFolder, 'color.png'), writePng(drawColour()));
  write(join(packageFolder, 'outline.png'), writePng(drawOutline()));
};

export const manifestCommand: Command = {
  help: `paragrafguiden manifest [--out FILE] [--icons]

Builds the Teams app package from appPackage/, checked against Microsoft's schema without network. Reads TEAMS_APP_ID,
MicrosoftAppId, PUBLIC_URL and, where leaders sign in, LEADER_APP_ID from the environment or .env; the version is that of
package.json.

  --out FILE   where to write it (default: build/paragrafguiden.zip)
  --icons      first draws appPackage/color.png and outline.png anew
`,
  run: async (args) => {
    const { values } = readOptions(args, { out: { type: 'string' }, icons: { type: 'boolean' } });
    const installation = packageValues(variablesUnder(process.env), versionOfProgram());
    if (values.icons === true) drawIcons();
    const file = typeof values.out === 'string' ? values.out : usually;
    const written = write(file, await buildPackage(packageFolder, installation));
    process.stdout.write(`Wrote ${written}, version ${installation.APP_VERSION}.\n`);
    return 0;
  },
};
