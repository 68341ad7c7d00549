import { readOptions, type Command } from './command.ts';
import { serve } from './serve.ts';

export const serveCommand: Command = {
  help: 'paragrafguiden serve\n\nStarts the bot and the local web page. All settings come from the environment; .env.example lists them.\n',
  run: (args) => {
    readOptions(args, {});
    return serve();
  },
};
