/** Mends what Web Chat's cards do to each other and to the reader. */
import { isDanish } from './danish.js';
import { wordsNow } from './words.js';

const CARD = '.webchat__adaptive-card-renderer';
const STILL_MS = 120;
const FOLLOW_MS = 15_000;
const MARGIN = 12;
const PARTS = '.ac-adaptiveCard > .ac-container > [role="heading"]:first-child';
const OUTLINE_FROM_PARTS = 5;
const OUTLINE_FROM_SCREENS = 3;

/** @param {HTMLElement} chat */
export const cardsIn = (chat) => [...chat.querySelectorAll(CARD)];

/** Calls back at every change inside the chat, until the function that it returns is called. */
const watch = (chat, look) => {
  const observer = new window.MutationObserver(look);
  observer.observe(chat, { childList: true, subtree: true });
  return () => observer.disconnect();
};

let bringing;

/** Who moves on meanwhile must not be moved back. */
const stopBringing = () => clearInterval(bringing);

/** Shows a card from its beginning, once Web Chat has done its own scrolling; nothing moves when it is seen already. */
const bring = (chat, card) => {
  const scrollable = chat.querySelector('.webchat__basic-transcript__scrollable');
  let last = -1;
  stopBringing();
  for (const own of ['keydown', 'pointerdown', 'wheel']) window.addEventListener(own, stopBringing, { capture: true });
  bringing = setInterval(() => {
    if (scrollable.scrollTop !== last) {
      last = scrollable.scrollTop;
      return;
    }
    stopBringing();
    const off = card.getBoundingClientRect().top - scrollable.getBoundingClientRect().top;
    if (off < 0 || off > scrollable.clientHeight / 2) scrollable.scrollTop += off - MARGIN;
  }, STILL_MS);
};

/** A question's choices are read aloud together with the question; the card library leaves that to the first of them. */
const nameChoices = (card) => {
  for (const choices of card.querySelectorAll('.ac-choiceSetInput-expanded:not([role])')) {
    choices.setAttribute('role', 'radiogroup');
    const label = choices.closest('.ac-input-container')?.previousElementSibling;
    if (!label?.id) continue;
    choices.setAttribute('aria-labelledby', label.id);
    for (const choice of choices.querySelectorAll('input')) {
      const own = (choice.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .filter((id) => id !== '' && id !== label.id);
      if (own.length > 0) choice.setAttribute('aria-labelledby', own.join(' '));
    }
  }
};

/** The card library knows one level for all headings; here the title is above the parts. */
const rankHeadings = (card) => {
  for (const [index, heading] of card.querySelectorAll('[role="heading"]').entries())
    heading.setAttribute('aria-level', index === 0 ? '2' : '3');
};

/** The card library names a card by all that a voice says of it, and a reader who enters it would hear that first. */
const nameShortly = (card) => {
  const title = card.querySelector('[role="heading"]') ?? card.querySelector('.ac-textBlock');
  if (title) card.setAttribute('aria-label', title.textContent.trim());
};

/** A "§", its number and its letter stay on one line. */
const joinNumbers = (card) => {
  const words = document.createTreeWalker(card, window.NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data } = words.currentNode;
    const joined = data
      .replace(/(§|stk\.|nr\.) (?=\d)/gu, '$1\u00a0')
      .replace(/(§\s\d+) (?=[a-z](?!\p{L}))/gu, '$1\u00a0');
    if (joined !== data) words.currentNode.data = joined;
  }
};

/** On a card in another language, what is told in Danish says so. */
const markDanish = (card) => {
  if (card.lang !== 'en') return;
  for (const part of card.querySelectorAll('p, li, dt, td'))
    if (part.querySelector('p, li') === null && isDanish(part.textContent)) part.lang = 'da';
};

/**
 * Every question card names its radio buttons alike, and the browser then takes all cards for one group: a choice in the
 * newest would wipe out the answers still shown above. Here each card gets names of its own; the card library reads the
 * buttons themselves, not their names.
 * @param {HTMLElement} chat
 */
export const separateCards = (chat) => {
  let count = 0;
  watch(chat, () => {
    for (const card of cardsIn(chat)) {
      const radios = [...card.querySelectorAll('input[type="radio"]:not([data-own])')];
      if (radios.length > 0) count++;
      for (const radio of radios) {
        radio.name = `${radio.name}-${count}`;
        radio.dataset.own = '';
      }
    }
  });
};

/** Goes to a place on a card, with the focus, so that it is read from there. */
const goTo = (place) => {
  if (!place.matches('button')) place.tabIndex = -1;
  place.scrollIntoView({ block: 'start' });
  place.focus({ preventScroll: true });
};

/** The parts of a card as a list to open, each a way down to it. */
const outlineOf = (places) => {
  const outline = document.createElement('details');
  outline.className = 'outline';
  const summary = document.createElement('summary');
  summary.textContent = wordsNow().outline;
  const ways = places.map(([text, place]) => {
    const way = document.createElement('button');
    way.type = 'button';
    way.textContent = text;
    way.addEventListener('click', () => goTo(place));
    return way;
  });
  outline.append(summary, ...ways);
  return outline;
};

/**
 * A card of many screens begins with a list of its parts, so that nobody must leaf through all of it on a telephone.
 * @param {HTMLElement} chat
 */
export const outlineLongCards = (chat) => {
  watch(chat, () => {
    const screen = chat.querySelector('.webchat__basic-transcript__scrollable')?.clientHeight ?? 0;
    for (const card of cardsIn(chat)) {
      const headings = [...card.querySelectorAll(PARTS)];
      const isLong = headings.length >= OUTLINE_FROM_PARTS && card.clientHeight > OUTLINE_FROM_SCREENS * screen;
      if (!isLong || card.querySelector('.outline')) continue;
      const places = headings.map((heading) => [heading.textContent.trim(), heading]);
      const buttons = [...card.querySelectorAll('.ac-actionSet')].at(-1)?.querySelector('button');
      if (buttons) places.push([wordsNow().toButtons, buttons]);
      // Above the line that sets the first part apart.
      headings[0].parentElement.previousElementSibling?.before(outlineOf(places));
    }
  });
};

/**
 * Mends each card once, as soon as the card library has drawn it.
 * @param {HTMLElement} chat
 * @param {(speak: string) => string | undefined} languageOf the language of the card that is spoken so
 */
export const mendCards = (chat, languageOf) => {
  watch(chat, () => {
    for (const drawn of chat.querySelectorAll(`${CARD} .ac-adaptiveCard:not([data-mended])`)) {
      drawn.dataset.mended = '';
      const language = languageOf(drawn.getAttribute('aria-label'));
      if (language !== undefined) drawn.lang = language;
      nameShortly(drawn);
      rankHeadings(drawn);
      nameChoices(drawn);
      joinNumbers(drawn);
      markDanish(drawn);
    }
  });
};

/**
 * Web Chat opens a new conversation at its end; a welcome longer than the screen is to be read from the top.
 * @param {HTMLElement} chat
 */
export const openAtTop = (chat) => {
  const stop = watch(chat, () => {
    const [first] = cardsIn(chat);
    if (!first) return;
    stop();
    bring(chat, first);
  });
};

/**
 * After a choice on a card the next card is shown from its beginning, wherever the reader had scrolled; when the choice
 * was made without a pointer, the focus goes along, as to the next page of a form.
 * @param {HTMLElement} chat
 * @param {(card: Element) => void} focusCard
 */
export const followChoices = (chat, focusCard) => {
  let stop = () => {};
  const onClick = ({ target, detail }) => {
    const pressed = target.closest('.ac-pushButton');
    if (!pressed) return;
    const before = cardsIn(chat).length;
    stop();
    const timer = setTimeout(() => stop(), FOLLOW_MS);
    const unwatch = watch(chat, () => {
      const next = cardsIn(chat)[before];
      if (!next) return;
      stop();
      const hasStayed = document.activeElement === pressed || document.activeElement === document.body;
      if (detail === 0 && hasStayed) window.requestAnimationFrame(() => focusCard(next));
      bring(chat, next);
    });
    stop = () => {
      clearTimeout(timer);
      unwatch();
    };
  };
  chat.addEventListener('click', onClick, { capture: true });
};
