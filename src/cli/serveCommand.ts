import { readOptions, type Command } from './command.ts';
import { serve } from './serve.ts';

export const serveCommand: Command = {
  help: 'paragrafguiden serve [--root DIR]\n\nStarts the bot and the local web page. All settings come from the environment; .env.example lists them.\n\n  --root DIR   the folder that holds knowledge/ and dialogs/ (default: the checkout)\n',
  run: (args) => {
    const { values } = readOptions(args, { root: { type: 'string' } });
    return serve(typeof values.root === 'string' ? values.root : undefined);
  },
};
