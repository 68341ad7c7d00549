import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { temporaryFolder } from './guideProcess.ts';

const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
/** Keeps a process on this machine. */
export const preload = join(import.meta.dirname, 'playgroundPreload.ts');

const person = (number: number): object => ({
  ...{ id: `29:user-${String(number)}`, name: `Bruger ${String(number)}` },
  ...{ givenName: 'Bruger', surname: String(number), email: `bruger${String(number)}@example.com` },
  ...{ userPrincipleName: `bruger${String(number)}@example.com` },
  aadObjectId: `00000000-0000-4000-8000-00000000002${String(number)}`,
});

/** Who and where everyone is in the Playground. */
export const place = {
  bot: { id: '28:0a1b2c3d-0000-4000-8000-000000000001', name: 'Paragrafguiden' },
  user: '29:user-0',
  personal: 'a:personal',
  group: '19:group@thread.v2',
  team: '19:team@thread.tacv2',
  channel: '19:channel@thread.tacv2',
} as const;

/** The Playground takes exactly five users beside the one who writes; with any other number it ends without a word. */
const config = {
  version: '0.1.1',
  tenantId: '00000000-0000-4000-8000-0000000000f0',
  bot: place.bot,
  currentUser: person(0),
  users: [1, 2, 3, 4, 5].map(person),
  personalChat: { id: place.personal },
  groupChat: { id: place.group, name: 'Team Nord' },
  team: {
    ...{ id: place.team, name: 'Hjemmeplejen', aadGroupId: '00000000-0000-4000-8000-000000000031' },
    channels: [{ id: place.channel, name: 'Faglige spørgsmål' }],
  },
};

/** A running Playground. */
export interface PlaygroundProcess {
  readonly url: string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts Microsoft 365 Agents Playground as Teams would stand before the bot: a process and a folder of its own, a free port
 * on this machine, no browser, no telemetry, no network. Rejects with its output when it ends before it listens.
 */
export const startPlayground = (endpoint: string): Promise<PlaygroundProcess> => {
  const folder = temporaryFolder();
  writeFileSync(join(folder.path, '.m365agentsplayground.yml'), stringify(config));
  const given = ['start', '-e', endpoint, '-c', 'msteams', '-p', '0', '--dt'];
  const child = spawn(process.execPath, ['--import', preload, program, ...given], {
    cwd: folder.path,
    // Nothing of the machine's own environment: a proxy set there would be used.
    env: { PATH: process.env.PATH, HOME: folder.path, TEAMSAPPTESTER_BROWSER: 'none' },
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const gone = new Promise<void>((exit) => child.once('exit', () => exit()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Listening on (\d+)/u.exec(output)?.[1];
      if (port === undefined) return;
      resolve({
        url: `http://127.0.0.1:${port}`,
        stop: async () => {
          child.kill('SIGKILL');
          await gone;
          folder.remove();
        },
      });
    });
    child.once('exit', (code) => {
      folder.remove();
      reject(new Error(`The Playground ended with ${String(code)} before it listened:\n${output}`));
    });
  });
};
