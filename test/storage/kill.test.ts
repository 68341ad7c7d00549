import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { describe, it } from 'mocha';
import { openStorage } from '../../src/storage/index.ts';
import { noon, seededRandom, temporaryFolders } from './support.ts';

const child = join(import.meta.dirname, 'answers.child.ts');
const runs = 10;
const writes = 200;

/** Starts the child, kills it as soon as it has acknowledged `killAt`, and gives the last number it acknowledged. */
const killed = async (dataDir: string, killAt: number): Promise<number> => {
  const writer = spawn(process.execPath, [child, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(writer, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === killAt) writer.kill('SIGKILL');
  }
  expect(await exited).to.deep.equal([null, 'SIGKILL']);
  return acknowledged;
};

const integrity = (dataDir: string): unknown => {
  const database = new DatabaseSync(join(dataDir, 'state.sqlite'));
  const result = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
  database.close();
  return result;
};

describe('kill -9 while answers are written', () => {
  const folder = temporaryFolders();
  const random = seededRandom(9);
  let cutShort = 0;

  for (let round = 1; round <= runs; round += 1) {
    const killAt = 1 + Math.floor(random() * (writes - 20));

    it(`keeps every acknowledged answer, killed at ${String(killAt)}`, async () => {
      const dataDir = folder();
      const acknowledged = await killed(dataDir, killAt);
      if (acknowledged < writes) cutShort += 1;
      expect(acknowledged).to.be.at.least(killAt);

      const storage = openStorage({ dataDir, now: noon });
      const keys = Array.from({ length: writes }, (_, i) => `answer/${String(i + 1)}`);
      const items = (await storage.read([...keys, 'latest'])) as Record<string, { n: number }>;
      await storage.close();

      const found = keys.filter((key) => items[key] !== undefined);
      const last = items.latest?.n ?? 0;
      expect(last, 'acknowledged, or the one in flight').to.be.within(acknowledged, acknowledged + 1);
      expect(found, 'no gap, and in step with the key written beside it').to.deep.equal(keys.slice(0, last));
      expect(integrity(dataDir)).to.equal('ok');
    });
  }

  it('strikes in the middle, not after the last write', () => {
    expect(cutShort).to.be.above(runs / 2);
  });
});
