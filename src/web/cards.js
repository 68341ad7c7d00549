/** Mends what Web Chat's cards do to each other and to the reader. */

const CARD = '.webchat__adaptive-card-renderer';
const STILL_MS = 120;
const FOLLOW_MS = 15_000;
const MARGIN = 12;

/** @param {HTMLElement} chat */
export const cardsIn = (chat) => [...chat.querySelectorAll(CARD)];

/** Calls back at every change inside the chat, until the function that it returns is called. */
const watch = (chat, look) => {
  const observer = new window.MutationObserver(look);
  observer.observe(chat, { childList: true, subtree: true });
  return () => observer.disconnect();
};

let bringing;

/** Shows a card from its beginning, once Web Chat has done its own scrolling; nothing moves when it is seen already. */
const bring = (chat, card) => {
  const scrollable = chat.querySelector('.webchat__basic-transcript__scrollable');
  let last = -1;
  clearInterval(bringing);
  bringing = setInterval(() => {
    if (scrollable.scrollTop !== last) {
      last = scrollable.scrollTop;
      return;
    }
    clearInterval(bringing);
    const off = card.getBoundingClientRect().top - scrollable.getBoundingClientRect().top;
    if (off < 0 || off > scrollable.clientHeight / 2) scrollable.scrollTop += off - MARGIN;
  }, STILL_MS);
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
