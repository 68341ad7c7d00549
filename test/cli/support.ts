import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../helpers/content.ts';

/** What a finished run of the program left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run is set up beside its arguments. */
export interface Setup {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called once, when the program has said something for the first time. */
  readonly onFirstWord?: (child: ChildProcess) => void;
}

/** Runs the program in a process of its own, with no variable that the guide reads but those given. */
export const runGuide = (
  args: readonly string[],
  { input = '', env = {}, onFirstWord }: Setup = {},
): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'src/cli/index.ts'), ...args], {
      env: { PATH: process.env.PATH ?? '', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stdout.once('data', () => onFirstWord?.(child));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

/** Does a few things at a time, in order of the list, for as many as there are. */
export const fewAtATime = async <T, R>(items: readonly T[], each: (item: T) => Promise<R>, few = 3): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await each(items[at]!);
  };
  await Promise.all(Array.from({ length: few }, worker));
  return results;
};
