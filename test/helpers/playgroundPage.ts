import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Card, Json } from './cardReader.ts';

const pictures = join(import.meta.dirname, '..', 'out');
/** Higher than any card, so that a picture shows all of it. */
const size = { width: 1280, height: 6_000 };

/** A label as the text of a choice: with its number in front, and perhaps its help behind. */
const choiceText = (label: string): RegExp =>
  new RegExp(`^\\d+\\.\\s${label.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?: – .*)?$`, 'u');

const oneLine = (text: string): string =>
  text
    .replace(/[\u00a0\s]+/gu, ' ')
    .replace(/\u200b/gu, '')
    .trim();

/** What a reader is to see of a markdown line: no list mark, no escape, of a link its words. */
const seenOf = (line: string): string =>
  oneLine(
    line
      .replace(/^- /u, '')
      .replace(/\[((?:\\.|[^\]])*)\]\([^)]*\)/gu, '$1')
      .replace(/\\(.)/gu, '$1'),
  );

/** Every line that a card puts on the screen as it opens: texts, labels, choices that are not folded, and buttons. */
export const linesOnScreen = (node: Json): readonly string[] => {
  if (Array.isArray(node)) return (node as readonly Json[]).flatMap(linesOnScreen);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, label, title, choices, style, fallback: _, data: __, ...rest } = node as Card;
  const own =
    type === 'TextBlock' && typeof text === 'string'
      ? text.split(/\n+/u)
      : type === 'Input.ChoiceSet' && style !== 'compact'
        ? [label, ...(choices as readonly Card[]).map((choice) => choice.title)]
        : [label, title];
  return [
    ...own.flatMap((line) => (typeof line === 'string' ? [seenOf(line)] : [])),
    ...Object.values(rest).flatMap(linesOnScreen),
  ].filter((line) => line !== '');
};

/** The Playground's own page: one who writes and clicks in it, and what is to be seen of the newest card. */
export class PlaygroundPage {
  readonly #page: Page;
  /** Hosts beyond the Playground that the page asked for; none was reached. */
  readonly refused = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens it with nothing but the Playground to be reached, and waits for the welcome. */
  async open(url: string): Promise<void> {
    await this.#page.setViewportSize(size);
    await this.#page.route('**/*', (route) => {
      const { origin, host } = new URL(route.request().url());
      if (origin === url) return route.continue();
      this.refused.add(host);
      return route.abort();
    });
    await this.#page.goto(url);
    await this.#cards.first().waitFor();
  }

  /** The newest card. */
  get card(): Locator {
    return this.#cards.last();
  }

  /** Writes a message, and waits for the card that answers it. */
  async say(text: string): Promise<void> {
    await this.#next(async () => {
      await this.#page.locator('[role="textbox"]').first().click();
      await this.#page.keyboard.type(text);
      await this.#page.keyboard.press('Enter');
    });
  }

  /** Presses a button of the newest card, and waits for the card that answers it. */
  async press(name: string): Promise<void> {
    await this.#next(() => this.card.getByRole('button', { name, exact: true }).click());
  }

  /** Marks a choice; `question` tells whose it is where a card asks several. */
  async mark(label: string, question?: string): Promise<void> {
    const choices =
      question === undefined ? this.card : this.card.getByRole('radiogroup', { name: question, exact: false });
    await choices.getByText(choiceText(label)).click();
  }

  async choose(label: string): Promise<void> {
    await this.mark(label);
    await this.press('Svar');
  }

  /** The text of a card as it is to be read, on one line. */
  async reading(card = this.card): Promise<string> {
    return oneLine(await card.innerText());
  }

  /** All that is to be read on the page. */
  async everything(): Promise<string> {
    return oneLine(await this.#page.locator('body').innerText());
  }

  /** A picture of the newest card, whole. */
  async shoot(name: string): Promise<void> {
    await this.card.screenshot({ path: join(pictures, `playground-${name}-${String(size.width)}.png`) });
  }

  /** Texts of the newest card that are cut off at its edge, or wider than it. */
  async cutOff(): Promise<readonly string[]> {
    return this.#page.evaluate(
      `(() => {
        const card = [...document.querySelectorAll('.ac-adaptiveCard')].at(-1);
        const edge = card.getBoundingClientRect().right + 1;
        const isCut = (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible';
        return [card, ...card.querySelectorAll('*')]
          .filter((one) => isCut(one) || one.getBoundingClientRect().right > edge)
          .filter((one) => one.checkVisibility({ opacityProperty: true }))
          .map((one) => one.outerHTML.slice(0, 160));
      })()`,
    );
  }

  async #next(act: () => Promise<void>): Promise<void> {
    const before = await this.#cards.count();
    await act();
    await this.#cards.nth(before).waitFor();
  }

  get #cards(): Locator {
    return this.#page.locator('.ac-adaptiveCard');
  }
}
