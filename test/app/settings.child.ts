/** A guide in a process of its own for settings.test.ts: says, for each id it is told on a line, whether it is closed. */
import { createInterface } from 'node:readline';
import { startServing } from '../../src/cli/serve.ts';

const app = await startServing();
for await (const id of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify({ id, isDisabled: app.guide.isDisabled(id), today: app.guide.today() })}\n`);
