/** A process of its own for sharing.test.ts: counts up in a shared file, and says how often it had to try again. */
import { StaleWriteError } from '../../src/errors.ts';
import { openStorage } from '../../src/storage/index.ts';
import { noon } from './support.ts';

const [, , dataDir = '', times = '0'] = process.argv;
const storage = openStorage({ dataDir, now: noon });
let retries = 0;
for (let done = 0; done < Number(times);) {
  const item = ((await storage.read(['counter'])).counter as { n: number } | undefined) ?? { n: 0 };
  item.n += 1;
  try {
    await storage.write({ counter: item });
    done += 1;
  } catch (error) {
    if (!(error instanceof StaleWriteError)) throw error;
    retries += 1;
  }
}
await storage.close();
process.stdout.write(String(retries));
