import { createInterface } from 'node:readline/promises';
import { guideFrom } from '../app.ts';
import { loadContent } from '../content.ts';
import { openDoors } from '../bot/index.ts';
import { openStorage } from '../storage/index.ts';
import { readOptions, type Command } from './command.ts';
import { settingsFile } from './settingsFile.ts';
import { realWorld } from './world.ts';

export const chatCommand: Command = {
  help: 'paragrafguiden chat\n\nTalks to the bot in the terminal: type an answer, its number or a command. Ends with Ctrl-D. Nothing is kept.\n',
  run: async (args) => {
    readOptions(args, {});
    const config = settingsFile(process.env).read();
    const world = realWorld('silent');
    const storage = openStorage({ databaseUrl: 'memory:', dataDir: config.dataDir, now: world.now });
    const doors = openDoors({
      guide: guideFrom(await loadContent(world.root), world, {
        asOf: config.asOf,
        isDisabled: (id) => config.disabledTopics.includes(id),
      }),
      storage,
      log: world.log,
    });
    doors.local.onSend((_conversation, activity) => {
      if (activity.type === 'message') process.stdout.write(`\n${String(activity.text)}\n\n`);
    });
    const from = { id: 'user', name: 'Du' };
    const about = {
      channelId: 'console',
      conversation: { id: 'console' },
      from,
      recipient: { id: 'paragrafguiden' },
      serviceUrl: 'urn:console',
      locale: 'da-DK',
    };
    await doors.local.receive({ ...about, type: 'conversationUpdate', membersAdded: [from] });
    const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
    lines.prompt();
    for await (const text of lines) {
      await doors.local.receive({ ...about, type: 'message', text });
      lines.prompt();
    }
    await storage.close();
    return 0;
  },
};
