/** What the page remembers: the conversation for this tab, the user's random id for this browser. Nothing that was said. */

/** @typedef {{ conversationId: string, token: string }} Place */

const PLACE = 'paragrafguiden.place';
const USER = 'paragrafguiden.user';

/** Storage may be switched off; then the page works, but forgets when it is loaded again. */
const attempt = (/** @type {() => string | null | void} */ action) => {
  try {
    return action() ?? null;
  } catch {
    return null;
  }
};

/** @returns {Place | null} */
export const loadPlace = () => {
  const stored = attempt(() => sessionStorage.getItem(PLACE));
  const place = stored === null ? null : JSON.parse(stored);
  return typeof place?.conversationId === 'string' && typeof place?.token === 'string' ? place : null;
};

/** @param {Place} place */
export const savePlace = ({ conversationId, token }) =>
  attempt(() => sessionStorage.setItem(PLACE, JSON.stringify({ conversationId, token })));

export const forgetPlace = () => attempt(() => sessionStorage.removeItem(PLACE));

/** @returns {string} */
export const userId = () => {
  const known = attempt(() => localStorage.getItem(USER));
  if (known !== null) return known;
  const made = `user-${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  attempt(() => localStorage.setItem(USER, made));
  return made;
};
