import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile, row } from './stats.ts';

/** From `node FILE` to listening, and memory then, of the guide beside a bare echo bot. `npm run bench:startup`. */
const rounds = 9;
const root = join(import.meta.dirname, '..');

/** Ended in peace, a process keeps its compiled code for the next start. */
const start = async (
  file: string,
  dataDir: string,
  end: 'SIGKILL' | 'SIGTERM' = 'SIGKILL',
): Promise<{ ms: number; mb: number }> => {
  const began = performance.now();
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', NODE_ENV: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((listening) => child.stdout.once('data', listening));
  const ms = performance.now() - began;
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  const mb = Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024;
  const ended = new Promise((exit) => child.once('exit', exit));
  child.kill(end);
  await ended;
  return { ms, mb };
};

const dataDir = mkdtempSync(join(tmpdir(), 'bench-startup-'));
try {
  const files = { 'echo bot (floor)': 'bench/echoServer.ts', 'guide, all knowledge checked': 'src/index.ts' };
  const seen = new Map(Object.keys(files).map((name) => [name, [] as { ms: number; mb: number }[]]));
  for (const file of Object.values(files)) await start(file, dataDir, 'SIGTERM');
  for (let round = 0; round < rounds; round++)
    for (const [name, file] of Object.entries(files)) seen.get(name)?.push(await start(file, dataDir));
  process.stdout.write(row('', 'median ms', 'max ms', 'median MB', 'max MB'));
  for (const [name, runs] of seen) {
    const ms = runs.map((run) => run.ms);
    const mb = runs.map((run) => run.mb);
    process.stdout.write(
      row(
        name,
        ...[quantile(ms, 0.5), Math.max(...ms), quantile(mb, 0.5), Math.max(...mb)].map((figure) => figure.toFixed(0)),
      ),
    );
  }
} finally {
  rmSync(dataDir, { recursive: true });
}
