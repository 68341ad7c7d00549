/**
 * Lets Tab and Enter alone carry a conversation. Web Chat has a model of its own (arrows between messages, Enter into one,
 * Escape out), which goes on working; here Tab also leads into the newest message and out of it again.
 */
import { cardsIn } from './cards.js';

const controls = 'button:not([tabindex="-1"]), input, select, textarea, summary, a[href], [role="button"]';

const controlsOf = (card) =>
  [...(card?.querySelectorAll(controls) ?? [])].filter(
    (one) => one.getAttribute('aria-disabled') !== 'true' && one.checkVisibility(),
  );

/** Radio buttons of one group are one stop. */
const isSameStop = (one, other) => one === other || (one?.type === 'radio' && one.name === other?.name);

/** Puts the focus on a card's first line, so that it is read from the beginning; Tab goes on to its buttons. */
export const focusCard = (card) => {
  const first = card.querySelector('.ac-textBlock') ?? controlsOf(card)[0];
  if (first?.matches('.ac-textBlock')) first.tabIndex = -1;
  first?.focus({ preventScroll: true });
};

/** @param {HTMLElement} chat */
export const keyboard = (chat) => {
  const newest = () => cardsIn(chat).at(-1);
  /** All cards of the newest message that has any. */
  const newestMessage = () => newest()?.closest('.webchat__basic-transcript__activity');
  const sendBox = () => chat.querySelector('form textarea');
  const transcript = () => chat.querySelector('.webchat__basic-transcript');

  /** Where Tab leads when Web Chat would lead it round in circles or past the card; nothing to leave it alone. */
  const next = (from, isBack) => {
    const card = newestMessage();
    const inCard = controlsOf(card);
    const isAtTop = card?.contains(from) && (!inCard.includes(from) || isSameStop(from, inCard[0]));
    if (isBack && from === sendBox()) return inCard.at(-1);
    if (isBack) return isAtTop ? transcript() : undefined;
    return from === transcript() ? inCard[0] : isSameStop(from, inCard.at(-1)) ? sendBox() : undefined;
  };

  const onKeyDown = (event) => {
    if (event.key !== 'Tab' || event.altKey || event.ctrlKey) return;
    const to = next(event.target, event.shiftKey);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  };
  chat.addEventListener('keydown', onKeyDown, { capture: true });

  return {
    focusNewest: () => {
      const card = newest();
      if (card) focusCard(card);
      else (sendBox() ?? chat).focus();
    },
  };
};
