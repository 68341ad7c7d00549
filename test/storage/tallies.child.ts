/** A process of its own for counters.test.ts: counts into a shared file, and saves after each hundred. */
import { openCounters } from '../../src/storage/index.ts';

const [, , dataDir = '', times = '0'] = process.argv;
let save = (): void => undefined;
const every = (work: () => void): (() => void) => {
  save = work;
  return () => undefined;
};
const counters = openCounters({ dataDir, week: () => '2026-W47', every });
for (let done = 1; done <= Number(times); done += 1) {
  counters.count('answered', 'klage');
  if (done % 100 === 0) save();
}
counters.close();
