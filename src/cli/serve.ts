import { readConfig } from '../config.ts';
import { startApp } from '../app.ts';
import { report } from './report.ts';
import { projectRoot, realWorld } from './world.ts';

/**
 * Starts the guide on the content under `root` and keeps it running until the process is told to stop. Resolves with the
 * exit code if it cannot start.
 */
export const serve = async (root = projectRoot): Promise<number> => {
  try {
    const config = readConfig(process.env);
    const app = await startApp(config, { ...realWorld(config.logLevel), root });
    const stop = (): void => {
      void app.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.stdout.write(`Paragrafguiden svarer på ${app.url.replace('127.0.0.1', 'localhost')}\n`);
    return 0;
  } catch (error) {
    return report(error);
  }
};
