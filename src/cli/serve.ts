import { flushCompileCache } from 'node:module';
import { isatty } from 'node:tty';
import { startApp, type App } from '../app.ts';
import { report } from './report.ts';
import { settingsFile } from './settingsFile.ts';
import { projectRoot, realWorld } from './world.ts';

const standardOutput = 1;
/** Milliseconds after which all that a start does has been done. */
const settled = 3000;

/** Obeys the signals of whoever runs the process: SIGINT and SIGTERM end it, SIGHUP has it read its settings again. */
const obeySignals = (app: App): void => {
  const stop = (): void => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Windows sends it when the window is closed, and ends the process soon after.
  if (process.platform === 'win32') return;
  const hadTerminal = isatty(standardOutput);
  process.on('SIGHUP', () => {
    if (hadTerminal && !isatty(standardOutput)) stop();
    else app.reload();
  });
};

/** Starts the guide on the content under `root`, with the settings of this process, and keeps it running until it is told to stop. */
export const startServing = async (root = projectRoot): Promise<App> => {
  const settings = settingsFile(process.env);
  const config = settings.read();
  const app = await startApp(config, { ...realWorld(config.logLevel), root }, settings);
  obeySignals(app);
  process.stdout.write(`Paragrafguiden svarer på ${app.url.replace('127.0.0.1', 'localhost')}\n`);
  // Kept now, since a process that is killed keeps nothing, and behind the search, which the first question waits for.
  setTimeout(flushCompileCache, settled).unref();
  return app;
};

/** The same for a program: resolves with the exit code if the guide cannot start, and has then said why. */
export const serve = async (root = projectRoot): Promise<number> => {
  try {
    await startServing(root);
    return 0;
  } catch (error) {
    return report(error);
  }
};
