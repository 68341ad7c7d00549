const always = /[\\`*_[\]<>{}~@|]|\/(?=\/)|(?<=\/)\/|&(?=#?\w+;)|\.(?=\p{L}{2})/gu;
const atStart = /^(?:[#+=-]|\d+(?=[.)]))/u;
const wide = /[\\`*_[\]<>{}~]/gu;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * Text as markdown that shows exactly that text: no emphasis, list, heading, link, HTML, card function or address that a
 * client makes clickable by itself. What ordinary Danish holds is left as it is.
 */
export const escaped = (text: string): string =>
  oneLine(text)
    .replace(always, String.raw`\$&`)
    .replace(atStart, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));

/**
 * Text for places where one client reads markdown and the next does not, such as the choices of an input: a backslash
 * would show there, so each sign that could be markup becomes its full-width twin.
 */
export const inert = (text: string): string =>
  oneLine(text)
    .replace(wide, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))
    .replace(/\.(?=\p{L}{2})|\/(?=\/)|@/gu, '$&\u2060');

/** The only markup that the cards hold: plain text that opens a web address. Refuses any address but https. */
export const linked = (text: string, link: string): string => {
  const address = URL.canParse(link) ? new URL(link) : undefined;
  if (address?.protocol !== 'https:') return escaped(text);
  return `[${escaped(text)}](${address.href.replace(/[()\\<>]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
};
