#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { report } from './report.ts';

enableCompileCache();

/** Every command by name; each file is loaded only when its command runs. */
const commands: Readonly<Record<string, { readonly about: string; readonly load: () => Promise<Command> }>> = {
  serve: {
    about: 'starts the bot and the local web page',
    load: async () => (await import('./serveCommand.ts')).serveCommand,
  },
  chat: { about: 'talks to the bot in the terminal', load: async () => (await import('./chatCommand.ts')).chatCommand },
  ask: {
    about: 'one free-text question, one reply',
    load: async () => (await import('./askCommand.ts')).askCommand,
  },
  eval: {
    about: 'scores the guide on a file of questions',
    load: async () => (await import('./evalCommand.ts')).evalCommand,
  },
  decide: {
    about: 'which provision governs a set of facts',
    load: async () => (await import('./decideCommand.ts')).decideCommand,
  },
  deadlines: {
    about: "dates of a course's steps",
    load: async () => (await import('./deadlinesCommand.ts')).deadlinesCommand,
  },
  check: {
    about: 'validates all knowledge and dialogs',
    load: async () => (await import('./checkCommand.ts')).checkCommand,
  },
  walk: {
    about: 'walks every path of every tree and compares with the committed ledger',
    load: async () => (await import('./walkCommand.ts')).walkCommand,
  },
  draw: {
    about: 'draws each tree, and shows what changed since a revision',
    load: async () => (await import('./drawCommand.ts')).drawCommand,
  },
  report: {
    about: 'what was unanswered, refused, corrected and voted down, week by week',
    load: async () => (await import('./reportCommand.ts')).reportCommand,
  },
  manifest: {
    about: 'builds the Teams app package',
    load: async () => (await import('./manifestCommand.ts')).manifestCommand,
  },
  schemas: {
    about: 'writes JSON Schema for editors from the data formats',
    load: async () => (await import('./schemasCommand.ts')).schemasCommand,
  },
};

const usage = (): string =>
  [
    'paragrafguiden <command> [options]',
    '',
    ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`),
    '',
    'Every command explains itself with --help.',
    '',
  ].join('\n');

const run = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? process.stderr : process.stdout).write(usage());
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry)
    throw new UsageError(
      `There is no command "${name}".`,
      'Nothing was done.',
      `Use one of: ${Object.keys(commands).join(', ')}.`,
    );
  const command = await entry.load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  return command.run(args);
};

// Whoever reads the output may stop early, as `head` does; that is no failure.
process.stdout.on('error', () => process.exit());

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
