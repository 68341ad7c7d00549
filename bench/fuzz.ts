import { askGuide, warmUp } from '../src/bot/index.ts';
import { tried } from '../test/answers/hostile.ts';
import { guide } from '../test/helpers/guide.ts';
import { quantile } from './stats.ts';

/** How long the guide takes for hostile texts, those of test/answers/fuzz.test.ts. `npm run bench:fuzz`. */
const slowest = 10;

warmUp(guide);
const times: { readonly ms: number; readonly text: string }[] = [];
for (const text of tried()) {
  const began = performance.now();
  askGuide(guide, { text, date: guide.today() });
  times.push({
    ms: performance.now() - began,
    text: `${String(text.length)} signs: ${JSON.stringify(text.slice(0, 50))}`,
  });
}
const all = times.map(({ ms }) => ms);
const [half, most] = [quantile(all, 0.5), quantile(all, 0.99)];
process.stdout.write(`${String(times.length)} texts: p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms\n`);
for (const { ms, text } of times.sort((one, other) => other.ms - one.ms).slice(0, slowest))
  process.stdout.write(`${ms.toFixed(1).padStart(10)} ms  ${text}\n`);
