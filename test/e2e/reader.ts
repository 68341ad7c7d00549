import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const screenshots = join(import.meta.dirname, '..', 'out');
/** Higher than any card, so that a picture shows all of it. */
const tall = 12_000;

/** A label as the text of a choice: with its number in front, and perhaps its help behind. */
const choiceText = (label: string): RegExp =>
  new RegExp(`^\\d+\\.\\s${label.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?: – .*)?$`, 'u');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The page as a care worker with a finger or a mouse uses it: the newest card, its choices and its buttons. */
export class Reader {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The newest card. */
  get card(): Locator {
    return this.#cards.last();
  }

  /** The newest card that holds a text. */
  cardWith(text: string): Locator {
    return this.#cards.filter({ hasText: text }).last();
  }

  /** Waits until the newest card holds a text. */
  async sees(text: string | RegExp): Promise<void> {
    await this.card.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Presses a button, and waits for the card that answers it. */
  async press(name: string, card = this.card): Promise<void> {
    const before = await this.#cards.count();
    await card.getByRole('button', { name, exact: true }).click();
    await this.#cards.nth(before).waitFor();
  }

  /** Taps the first of several rows that do the same, and waits for the card that answers it. */
  async pressFirst(name: string): Promise<void> {
    const before = await this.#cards.count();
    await this.card
      .getByRole('button', { name: new RegExp(` ${name}$`, 'u') })
      .first()
      .click();
    await this.#cards.nth(before).waitFor();
  }

  /** Writes a message, and waits for the card that answers it. */
  async say(text: string): Promise<void> {
    const before = await this.#cards.count();
    const box = this.#page.locator('[data-id="webchat-sendbox-input"]');
    await box.fill(text);
    await box.press('Enter');
    await this.#cards.nth(before).waitFor();
  }

  /** Marks a choice by its label; `question` tells whose it is where a card asks several. */
  async mark(label: string, question?: string): Promise<void> {
    const choices = question === undefined ? this.card : this.card.getByRole('radiogroup', { name: question });
    await choices.getByText(choiceText(label)).click();
  }

  /** Answers a question that is asked as a list. */
  async choose(label: string): Promise<void> {
    await this.mark(label);
    await this.press('Svar');
  }

  /** Answers a question that is asked as a day, written as YYYY-MM-DD. */
  async pickDay(day: string): Promise<void> {
    await this.card.locator('input[type="date"]').fill(day);
    await this.press('Svar');
  }

  /** Begins a dialog from the newest card, which is the welcome or the menu. */
  async begin(topic: string): Promise<void> {
    await this.mark(topic);
    await this.press('Begynd');
  }

  /** The newest card's own text, its hard spaces as any others. */
  async text(): Promise<string> {
    return (await this.card.innerText()).replace(/\u00a0/gu, ' ');
  }

  /** What the newest card says, line by line: everything but its choices and buttons. */
  async lines(): Promise<string[]> {
    const lines = await this.card.locator('.ac-textBlock :is(p, li)').allInnerTexts();
    return lines.map((line) =>
      line
        .replace(/\u200b/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
  }

  /** What axe calls serious or critical on the page as it stands. */
  async findings(): Promise<readonly string[]> {
    await this.#page.evaluate(axe);
    // Web Chat reads a message aloud from a copy, in which a field has lost its label, and clears it after a second.
    const run = `axe.run({ exclude: ['.webchat__live-region-transcript'] }, { resultTypes: ['violations'] })`;
    const { violations, passes } = await this.#page.evaluate<Record<'violations' | 'passes', Finding[]>>(run);
    if (passes.length < 20) throw new Error('axe has not looked.');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))].join(' '));
  }

  /** Pictures of the newest card, whole, on a telephone and on a desk; leaves the page as wide as it was. */
  async shoot(name: string): Promise<void> {
    const before = this.#page.viewportSize();
    for (const width of [360, 1280]) {
      await this.#page.setViewportSize({ width, height: tall });
      await this.#picture(join(screenshots, `${name}-${String(width)}.png`));
    }
    if (before) await this.#page.setViewportSize(before);
  }

  /** Web Chat draws a card anew after a change of width, so the one that was found first may be gone. */
  async #picture(path: string): Promise<void> {
    for (let left = 4; ; left--)
      try {
        await this.card.screenshot({ path });
        return;
      } catch (error) {
        if (left === 0 || !String(error).includes('not attached')) throw error;
        await this.#page.waitForTimeout(200);
      }
  }

  get #cards(): Locator {
    return this.#page.locator('.ac-adaptiveCard');
  }
}
