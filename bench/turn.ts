import { ActivityHandler, TestAdapter, type Activity } from 'botbuilder';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guideFrom } from '../src/app.ts';
import { loadContent } from '../src/content.ts';
import { GuideBot } from '../src/bot/index.ts';
import { openStorage } from '../src/storage/index.ts';
import { quantile, row } from './stats.ts';

/** One turn of the dialog through the bot, state in SQLite on disk, beside an echo bot with no state. `npm run bench:turn`. */
const turns = 5000;
const warmUp = 500;
const walk = [
  'hvilken paragraf',
  '1',
  'nej',
  'ja',
  'ja',
  'ja',
  'nej',
  'nej, ingen',
  'tilbage',
  'ved ikke',
  'forfra',
  'ja',
];

const measure = async (bot: ActivityHandler): Promise<number[]> => {
  const adapter = new TestAdapter((context) => bot.run(context));
  const times: number[] = [];
  for (let turn = -warmUp; turn < turns; turn++) {
    const activity: Partial<Activity> = { type: 'message', text: walk[Math.abs(turn) % walk.length] ?? '' };
    const began = performance.now();
    await adapter.receiveActivity(activity);
    if (turn >= 0) times.push(performance.now() - began);
    adapter.activeQueue.length = 0;
  }
  return times;
};

const echo = new ActivityHandler();
echo.onMessage(async (context, next) => {
  await context.sendActivity(context.activity.text);
  await next();
});

const dataDir = mkdtempSync(join(tmpdir(), 'bench-turn-'));
const now = (): Date => new Date();
let ids = 0;
const world = {
  root: join(import.meta.dirname, '..'),
  now,
  randomId: () => `run-${String(++ids)}`,
  log: () => undefined,
};
const storage = openStorage({ dataDir, now });
const guide = new GuideBot(storage, guideFrom(await loadContent(world.root), world));
try {
  process.stdout.write(row(`${String(turns)} turns`, 'p50 ms', 'p99 ms', 'max ms'));
  for (const [name, bot] of [
    ['echo bot, no state (floor)', echo],
    ['guide, SQLite on disk', guide],
  ] as const) {
    const times = await measure(bot);
    process.stdout.write(
      row(name, ...[quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)].map((ms) => ms.toFixed(2))),
    );
  }
} finally {
  await storage.close();
  rmSync(dataDir, { recursive: true });
}
