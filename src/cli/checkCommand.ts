import { inspectContent } from '../content.ts';
import { describeFault } from '../errors.ts';
import { readOptions, type Command } from './command.ts';
import { projectRoot } from './world.ts';

export const checkCommand: Command = {
  help: 'paragrafguiden check [--root DIR]\n\nValidates all knowledge and dialogs: every fault at once, each with file, line, why and cure.\n\n  --root DIR   the folder that holds knowledge/ and dialogs/ (default: the checkout)\n',
  run: async (args) => {
    const { values } = readOptions(args, { root: { type: 'string' } });
    const inspected = await inspectContent(typeof values.root === 'string' ? values.root : projectRoot);
    if ('faults' in inspected) {
      process.stderr.write(
        `${inspected.faults.map(describeFault).join('\n')}\n${String(inspected.faults.length)} fault(s)\n`,
      );
      return 1;
    }
    const { knowledge, dialogs } = inspected.content;
    process.stdout.write(
      `No faults: ${String(knowledge.provisionIds.length)} provisions, ${String(dialogs.trees.size)} tree(s), ${String(knowledge.terms.length)} terms.\n`,
    );
    return 0;
  },
};
