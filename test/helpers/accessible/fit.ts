import type { Page } from 'playwright-core';

/** A finger hits what is at least so wide and high, in pixels. */
const finger = 44;

/** What sticks out, is cut off, lies on top of each other or cannot be pressed, on the card and around it. */
const look = `(() => {
  const card = window.tried;
  const faults = [];
  const told = (one) => (one.ariaLabel || one.textContent || one.className || one.tagName).trim().slice(0, 50);
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push('the page scrolls sideways');
  const around = document.querySelectorAll('header, header *, #status, main form:last-of-type *');
  for (const one of [...around, ...card.querySelectorAll('*')]) {
    const { right, left, width } = one.getBoundingClientRect();
    if (!one.checkVisibility({ opacityProperty: true }) || width < 2) continue;
    if (right > root.clientWidth + 1 || left < -1) faults.push('sticks out: ' + told(one));
    if (one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX))
      faults.push('scrolls sideways: ' + told(one));
  }
  for (const part of [card, ...document.querySelectorAll('header')]) {
    const lines = [];
    const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const node = words.currentNode;
      const parent = node.parentElement;
      if (node.data.trim() === '' || parent.closest('option') || !parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 2);
      for (const box of boxes) lines.push({ box, node });
      for (let at = parent; at && at !== part.parentElement; at = at.parentElement) {
        if (getComputedStyle(at).overflow === 'visible' || getComputedStyle(at).display === 'inline') continue;
        const frame = at.getBoundingClientRect();
        if (boxes.some((box) => box.right > frame.right + 2 || box.left < frame.left - 2 || box.bottom > frame.bottom + 4 || box.top < frame.top - 4))
          faults.push('cut off: ' + node.data.trim().slice(0, 50));
      }
    }
    for (const [index, { box, node }] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        if (other.node === node) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 3 && high > 5) faults.push('on top of each other: ' + node.data.trim().slice(0, 30) + ' / ' + other.node.data.trim().slice(0, 30));
      }
  }
  const buttons = [...card.querySelectorAll('button, select, summary, [role="button"], .ac-input input')].filter((one) => one.checkVisibility());
  for (const one of buttons) {
    const target = /radio|checkbox/.test(one.type) ? one.parentElement : one;
    target.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!hit || !(target.contains(hit) || hit.contains(target))) faults.push('cannot be pressed: ' + told(target));
    if (height < ${String(finger)} || width < ${String(finger)}) faults.push(Math.round(width) + ' x ' + Math.round(height) + ' px: ' + told(target));
  }
  const links = [...card.querySelectorAll('a[href]')].map((one) => one.getClientRects()[0]);
  if (links.some((one, index) => index > 0 && Math.abs(one.top - links[index - 1].top) < 24 && Math.abs(one.left - links[index - 1].left) < 24))
    faults.push('two links within one finger');
  return faults;
})()`;

/** Everything that does not fit on the page as wide and high as it is now. */
export const fitFaults = async (page: Page): Promise<readonly string[]> => {
  const faults = await page.evaluate<string[]>(look);
  const { width, height } = page.viewportSize()!;
  return faults.map((fault) => `${String(width)} x ${String(height)}: ${fault}`);
};
