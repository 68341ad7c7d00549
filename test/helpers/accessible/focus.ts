import { setTimeout as nextLook } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Where the Tab key should stop on the newest card, each once: radio buttons of one question are one stop. */
const listStops = `(() => {
  const card = window.tried.closest('.webchat__basic-transcript__activity');
  const all = [...card.querySelectorAll('button, input, select, textarea, summary, a[href], [role="button"]')]
    .filter((one) => one.checkVisibility());
  window.stops = all.filter((one, index) => one.type !== 'radio' || all.findIndex(({ name }) => name === one.name) === index);
  return window.stops.length;
})()`;

/** What has the focus: which stop, where it is, and whether anyone sees that it has it. */
const lookAtFocus = `(() => {
  const one = document.activeElement;
  const index = window.stops.findIndex((stop) => stop === one || (one.type === 'radio' && stop.name === one.name));
  const scroller = document.querySelector('.webchat__basic-transcript__scrollable');
  const { top, bottom, left, height } = one.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
  const ground = (from) => {
    for (let at = from; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [one1, two] = [light(outlineColor), light(ground(parseFloat(outlineOffset) < 0 ? one : one.parentElement))];
  return {
    index,
    isBox: one.matches('[data-id="webchat-sendbox-input"]'),
    name: (one.ariaLabel || one.textContent || one.tagName).trim().slice(0, 40),
    top: top + scroller.scrollTop,
    left,
    isRinged: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    contrast: (Math.max(one1, two) + 0.05) / (Math.min(one1, two) + 0.05),
    isInView: (top >= view.top - 1 && bottom <= view.bottom + 1) || height > view.height,
  };
})()`;
interface Focus {
  readonly index: number;
  readonly isBox: boolean;
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly isRinged: boolean;
  readonly contrast: number;
  readonly isInView: boolean;
}

/** Web Chat may still be scrolling when the key has been pressed; it gets a moment to bring the place into view. */
const look = async (page: Page): Promise<Focus> => {
  for (const end = Date.now() + 1_500; ; await nextLook(100)) {
    const focus = await page.evaluate<Focus>(lookAtFocus);
    if (focus.isBox || focus.isInView || Date.now() > end) return focus;
    // Once it has come to rest, whoever goes back and forth sees where they are.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
  }
};

/** What is wrong with the way of the Tab key from the history through the newest card to the box to write in, and back. */
export const focusFaults = async (page: Page): Promise<readonly string[]> => {
  const count = await page.evaluate<number>(listStops);
  if (count === 0) return [];
  const faults: string[] = [];
  await page.locator('.webchat__basic-transcript').focus();
  let before: Focus | undefined;
  let stop = -1;
  // A field for a day has places of its own within.
  for (let presses = 0; presses < count + 8; presses++) {
    await page.keyboard.press('Tab');
    const now = await look(page);
    if (!now.isRinged) faults.push(`no ring around ${now.name}`);
    else if (now.contrast < 3) faults.push(`a ring of ${now.contrast.toFixed(1)}:1 around ${now.name}`);
    if (now.isBox) break;
    if (now.index !== stop && now.index !== ++stop) faults.push(`not the next: ${now.name}`);
    if (!now.isInView) faults.push(`out of view: ${now.name}`);
    if (before && now.top < before.top - 4 && now.left <= before.left) faults.push(`above the one before: ${now.name}`);
    before = now;
  }
  if (stop !== count - 1) faults.push(`${String(stop + 1)} of ${String(count)} places before the box`);
  await page.keyboard.press('Shift+Tab');
  const { index, name } = await page.evaluate<Focus>(lookAtFocus);
  if (index !== count - 1) faults.push(`back from the box is ${name}`);
  return faults;
};
