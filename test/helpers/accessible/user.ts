import { setTimeout as nextLook } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Phrases } from '../../../src/cards/index.ts';
import type { Shown, ShownGuide } from '../shownGuide.ts';
import { plain } from './tree.ts';

/** How a button is pressed. */
export type Hand = 'mouse' | 'Enter' | 'Space';

/** Texts on the page that only Web Chat's live region holds, before they are cleared. */
export const overhear = `(() => {
  window.spoken = [];
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node.nodeType === 1 && node.closest('[role="log"], [aria-live="polite"]')) window.spoken.push(node.textContent);
  }).observe(document, { childList: true, subtree: true });
})()`;

/** Drawn, mended, and the one that stays: Web Chat may draw a card more than once. */
const isSettled = (at: number): string => `(() => {
  const card = [...document.querySelectorAll('.ac-adaptiveCard')].at(${String(at)});
  const is = card === window.tried && card.dataset.mended !== undefined && window.width === innerWidth;
  window.tried = card;
  window.width = innerWidth;
  return is;
})()`;

/** The page as someone uses it with a mouse, with keys alone or by writing, in one language. */
export class User {
  readonly page: Page;
  readonly guide: ShownGuide;
  readonly phrases: Phrases;
  /** Where the focus was lost after a press. */
  readonly lost: string[] = [];

  constructor(page: Page, guide: ShownGuide, phrases: Phrases) {
    this.page = page;
    this.guide = guide;
    this.phrases = phrases;
  }

  /** Opens the page with a conversation of its own; speaks English there, if that is the language. */
  async open(url: string): Promise<void> {
    if (this.page.url() !== 'about:blank') await this.page.evaluate('sessionStorage.clear()');
    await this.page.goto(url);
    await this.card.waitFor();
    if (this.isEnglish) await this.say('english');
  }

  /** The newest card. */
  get card(): Locator {
    return this.page.locator('.ac-adaptiveCard').last();
  }

  get isEnglish(): boolean {
    return this.phrases.language === 'en';
  }

  /** One of two, by the language. */
  in<T>(danish: T, english: T): T {
    return this.isEnglish ? english : danish;
  }

  /** Waits until the newest card is drawn at the page's width, and tells what it was made from. */
  async settled(at = -1): Promise<Shown> {
    await this.#until(isSettled(at));
    if (!this.guide.shown) throw new Error('There is a card that no view was made into.');
    return this.guide.shown;
  }

  async say(text: string): Promise<void> {
    await this.#answered(async () => {
      const box = this.page.locator('[data-id="webchat-sendbox-input"]');
      await box.fill(text);
      await box.press('Enter');
    });
  }

  async press(name: string, hand: Hand = 'mouse'): Promise<void> {
    const button = this.card.getByRole('button', { name, exact: true });
    await this.#answered(async () => {
      if (hand === 'mouse') await button.click();
      else {
        await button.focus();
        await this.page.keyboard.press(hand);
      }
    });
    // Where Web Chat puts the focus is settled when the card is.
    await this.settled();
    const isKept =
      hand === 'mouse' ? 'document.activeElement !== document.body' : `window.tried.contains(document.activeElement)`;
    await this.#until(isKept, 2_000).catch(() => this.lost.push(`${name}, ${hand}`));
  }

  /** Chooses by the ids of options, whatever they are called, and sends. */
  async choose(
    values: readonly string[],
    hand: Hand = 'mouse',
    send = this.phrases.say('action.answer'),
  ): Promise<void> {
    for (const [index, value] of values.entries())
      await this.card.locator('.ac-choiceSetInput-expanded').nth(index).locator(`input[value="${value}"]`).check();
    await this.press(send, hand);
  }

  /** Begins a dialog from the menu. */
  async begin(tree: string): Promise<void> {
    await this.say('menu');
    await this.choose([tree], 'mouse', this.phrases.say('action.start'));
  }

  /** Puts a card on the page that comes from elsewhere. */
  async given(make: (conversation: string) => void): Promise<void> {
    const conversation = await this.page.evaluate<string>(
      `JSON.parse(sessionStorage['paragrafguiden.place']).conversationId`,
    );
    await this.#answered(() => Promise.resolve(make(conversation)));
  }

  /** Waits until something has been read aloud by itself; false when it has not. */
  async hears(text: string): Promise<boolean> {
    const isSpoken = `window.spoken.join(' ').replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/\\s+/gu, ' ').includes(${JSON.stringify(plain(text))})`;
    return this.#until(isSpoken, 3_000).then(
      () => true,
      () => false,
    );
  }

  /** Asks until it is so. The page lets nothing be evaluated inside it, so it is asked from here. */
  async #until(what: string, patience = 10_000): Promise<void> {
    for (const end = Date.now() + patience; !(await this.page.evaluate<boolean>(what)); await nextLook(25))
      if (Date.now() > end) throw new Error(`Not so after ${String(patience)} ms: ${what}`);
  }

  async #answered(act: () => Promise<void>): Promise<void> {
    const before = await this.page.locator('.ac-adaptiveCard').count();
    await act();
    await this.page.locator('.ac-adaptiveCard').nth(before).waitFor();
  }
}
