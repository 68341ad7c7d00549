import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium, requireChromium } from '../helpers/chromium.ts';
import { stopAll } from './support.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The page in a browser: what it complained of, whom it asked, and what a user does and sees. */
export class ChatPage {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly hosts = new Set<string>();

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => this.hosts.add(new URL(request.url().replace(/^blob:/u, '')).host));
    page.on('websocket', (socket) => this.hosts.add(new URL(socket.url()).host));
  }

  /** Waits until the text is somewhere on the page, exactly so. */
  said(text: string): Promise<void> {
    return this.page.getByText(text, { exact: true }).last().waitFor();
  }

  async type(text: string): Promise<void> {
    await this.page.getByRole('textbox').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** A button on the newest card that has it. */
  choice(title: string): Locator {
    return this.page.locator('.ac-pushButton', { hasText: title }).last();
  }

  cards(): Locator {
    return this.page.locator('.webchat__adaptive-card-renderer');
  }

  bubbles(text: string): Promise<number> {
    return this.page.locator('.webchat__bubble').filter({ hasText: text }).count();
  }

  conversation(): Promise<string> {
    return this.page.evaluate<string>(`JSON.parse(sessionStorage['paragrafguiden.place']).conversationId`);
  }

  /** Presses keys and tells what has the focus then. */
  async press(...keys: readonly string[]): Promise<string> {
    for (const key of keys) await this.page.keyboard.press(key);
    return this.page.evaluate<string>(
      `(document.activeElement.ariaLabel || document.activeElement.textContent).trim()`,
    );
  }

  /** What sticks out to the right or scrolls sideways. */
  overflow(): Promise<readonly string[]> {
    return this.page.evaluate<string[]>(`[document.documentElement, ...document.querySelectorAll('#chat *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 ||
        (one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX)))
      .filter((one) => one.closest('.webchat__keyboard-help') === null && one.checkVisibility({ opacityProperty: true }))
      .map((one) => one.className + ' ' + one.textContent.slice(0, 40))`);
  }

  /** Fails on what axe calls serious or critical. */
  async expectAccessible(): Promise<void> {
    // Web Chat reads a message aloud from a copy, in which a field has lost its label, and clears it after a second.
    await this.page.waitForTimeout(2000);
    await this.page.evaluate(axe);
    const { violations, passes } = await this.page.evaluate<AxeResult>('axe.run()');
    expect(passes, 'axe has looked').to.have.length.above(20);
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])).to.deep.equal([]);
  }
}

/** Hooks that give a suite a browser, and each test pages of its own; everything is closed and stopped afterwards. */
export const inChromium = (): ((
  url: string,
  width: number,
  prepare?: (page: Page) => Promise<void>,
) => Promise<ChatPage>) => {
  let browser: Browser | undefined;
  before(async function () {
    requireChromium(this);
    browser = await launchChromium();
  });
  after(() => browser?.close());
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    await stopAll();
  });
  return async (url, width, prepare) => {
    const context = await browser!.newContext({ viewport: { width, height: 740 }, locale: 'da-DK' });
    const chat = new ChatPage(await context.newPage());
    await prepare?.(chat.page);
    await chat.page.goto(url);
    await chat.cards().first().waitFor();
    return chat;
  };
};
