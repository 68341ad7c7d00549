import type { Locator, Page } from 'playwright-core';

/** A label as the text of a choice: with its number in front, and perhaps its help behind. */
const choiceText = (label: string): RegExp =>
  new RegExp(`^\\d+\\.\\s${label.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?: – .*)?$`, 'u');

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

  /** Waits until the newest card holds a text. */
  async sees(text: string | RegExp): Promise<void> {
    await this.card.getByText(text).first().waitFor();
  }

  /** Presses a button, and waits for the card that answers it. */
  async press(name: string, card = this.card): Promise<void> {
    const before = await this.#cards.count();
    await card.getByRole('button', { name, exact: true }).click();
    await this.#cards.nth(before).waitFor();
  }

  /** Marks a choice by its label; `question` tells which one on a form. */
  async mark(label: string, question?: string): Promise<void> {
    const group = question === undefined ? this.card : this.#group(question);
    await group.getByText(choiceText(label)).click();
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

  /** The newest card's own text. */
  text(): Promise<string> {
    return this.card.innerText();
  }

  #group(question: string): Locator {
    return this.card.getByRole('group', { name: question });
  }

  get #cards(): Locator {
    return this.#page.locator('.ac-adaptiveCard');
  }
}
