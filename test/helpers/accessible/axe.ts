import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Gives a page axe, before anything else is on it. */
export const readAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe calls serious or critical on the card that is tried, and on the page around the conversation. */
export const axeFaults = async (page: Page, least = 10): Promise<readonly string[]> => {
  const run = `axe.run({ include: [window.tried, ...document.querySelectorAll('header, main form:last-of-type')] }, { resultTypes: ['violations'], preload: false })`;
  const { violations, passes } = await page.evaluate<Record<'violations' | 'passes', Finding[]>>(run);
  if (passes.length < least) throw new Error('axe has not looked.');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))].join(' '));
};
