import { accessSync } from 'node:fs';
import type { Context } from 'mocha';
import { chromium, type Browser } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Skips a test, saying why, where there is no Chromium; in CI a missing Chromium is a failure. */
export const requireChromium = (context: Context): void => {
  try {
    accessSync(executablePath);
  } catch (cause) {
    if (process.env.CI !== undefined)
      throw new Error(`${executablePath} is missing; CI runs the browser tests.`, { cause });
    console.log(`    skipped: ${executablePath} is missing (Debian: apt install chromium)`);
    context.skip();
  }
};

/** A headless browser; the caller closes it. */
export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath, args });
