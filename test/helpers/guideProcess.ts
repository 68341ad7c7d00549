import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The guide as users run it: its own process, a free port, a folder of its own for state. */
export interface GuideProcess {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly child: ChildProcess;
  /** All that it has written to standard output and error. */
  readonly output: () => string;
  /** Ends the process with a signal and waits for it to be gone. State stays. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** A temporary folder for state, and the way to remove it. */
export const temporaryFolder = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'paragrafguiden-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Starts `node src/index.ts` and resolves once it listens; rejects with its output when it ends before that. */
export const startGuide = (
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<GuideProcess> =>
  new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, ['src/index.ts'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        HOST: '',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'info',
        NODE_ENV: '',
        AS_OF: '',
        ...environment,
      },
    });
    const gone = new Promise<void>((exit) => child.once('exit', () => exit()));
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /"event":"listening".*"port":(\d+)/u.exec(output)?.[1];
      if (port === undefined) return;
      child.stdout.off('data', listen);
      child.stdout.on('data', (more: Buffer) => (output += more.toString()));
      resolve({
        url: `http://127.0.0.1:${port}`,
        port: Number(port),
        dataDir,
        child,
        output: () => output,
        stop: async (signal = 'SIGTERM') => {
          child.kill(signal);
          await gone;
        },
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) =>
      reject(new Error(`The guide ended with ${String(code)} before it listened:\n${output}`)),
    );
  });
