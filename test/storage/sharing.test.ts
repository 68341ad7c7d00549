import { expect } from 'chai';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import { StaleWriteError } from '../../src/errors.ts';
import { openStorage, type StateStorage } from '../../src/storage/index.ts';
import { noon, seededRandom, temporaryFolders } from './support.ts';

const run = promisify(execFile);
const child = join(import.meta.dirname, 'counter.child.ts');
const holder = join(import.meta.dirname, 'holder.child.ts');

interface Counter {
  n: number;
  eTag?: string;
}

const counted = async (storage: StateStorage): Promise<Counter> =>
  ((await storage.read(['counter'])).counter as Counter | undefined) ?? {
    n: 0,
  };

describe('two connections to one file', () => {
  const folder = temporaryFolders();

  it('lose none of 500 interleaved writes', async () => {
    const dataDir = folder();
    const random = seededRandom(500);
    let conflicts = 0;

    const countUp = async (storage: StateStorage): Promise<void> => {
      for (let done = 0; done < 250;) {
        const item = await counted(storage);
        if (random() < 0.7) await nextTick();
        try {
          await storage.write({ counter: { ...item, n: item.n + 1 } });
          done += 1;
        } catch (error) {
          if (!(error instanceof StaleWriteError)) throw error;
          conflicts += 1;
        }
      }
    };

    const storages = [openStorage({ dataDir, now: noon }), openStorage({ dataDir, now: noon })];
    await Promise.all(storages.map(countUp));
    for (const storage of storages) {
      expect((await counted(storage)).n).to.equal(500);
      await storage.close();
    }
    expect(conflicts, 'the two get in each other’s way').to.be.above(50);
  });

  it('lose none of 500 writes from four processes that make the file together', async () => {
    const dataDir = folder();
    await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, [child, dataDir, '125'])));
    const storage = openStorage({ dataDir, now: noon });
    expect((await counted(storage)).n).to.equal(500);
    await storage.close();
  });

  for (const lock of ['IMMEDIATE', 'EXCLUSIVE']) {
    it(`wait for their turn when the other is just making the file (${lock})`, async () => {
      const dataDir = folder();
      const other = spawn(process.execPath, [holder, join(dataDir, 'state.sqlite'), lock]);
      await once(other.stdout, 'data');
      const storage = openStorage({ dataDir, now: noon });
      await storage.write({ a: { n: 1 } });
      await storage.close();
      if (other.exitCode === null) await once(other, 'exit');
    });
  }
});
