/** A process of its own for kill.test.ts: writes numbered answers and prints each number after it was acknowledged. */
import { writeSync } from 'node:fs';
import { openStorage } from '../../src/storage/index.ts';
import { noon } from './support.ts';

const [, , dataDir = ''] = process.argv;
const storage = openStorage({ dataDir, now: noon });
const latest: { n: number; eTag?: string } = { n: 0 };
for (let n = 1; n <= 200; n += 1) {
  latest.n = n;
  await storage.write({
    [`answer/${String(n)}`]: { n, text: 'x'.repeat(n * 20) },
    latest,
  });
  // Straight to the descriptor: a buffered line could be lost, or come late, and then prove less.
  writeSync(1, `${String(n)}\n`);
}
// Stay to be killed, so that every run ends the same way.
setInterval(() => undefined, 1000);
