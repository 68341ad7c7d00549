import type { Shown } from '../shownGuide.ts';
import { plain, treeOf, type Said } from './tree.ts';
import type { User } from './user.ts';

/** Names that say nothing to those who go from button to button. */
const empty = /^(?:her|klik her|mere|læs mere|ok|ja tak|here|click here|more|read more|ret|correct)$/iu;
const filledIn: readonly string[] = ['radiogroup', 'combobox', 'textbox', 'spinbutton'];

/** Lines of the twin without what is there for those who type: numbers, list marks and the line of words. */
const factsOf = ({ twin }: Shown, ways: string): readonly string[] =>
  twin
    .split('\n')
    .map((line) => plain(line.replace(/^\s*(?:- |\d+\. )/u, '')))
    .filter((line) => line !== '' && !line.startsWith(ways));

/** A line that is a name and its value, or a link and what is said of it, is heard in two parts. */
const isHeard = (fact: string, said: readonly Said[], all: string): boolean =>
  all.includes(fact) ||
  fact.split(/ · |: /u).every((part) => all.includes(part)) ||
  said.some(({ url }) => url !== undefined && fact.includes(url));

const headingFaults = (said: readonly Said[]): string[] => {
  const headings = said.filter(({ role }) => role === 'heading');
  const [title, ...others] = headings;
  return [
    ...(title && title.level !== 2 ? [`the title is a heading of level ${String(title.level)}`] : []),
    ...others.filter(({ level }) => level !== 3).map(({ text, level }) => `level ${String(level)}: ${text}`),
  ];
};

const inputFaults = (said: readonly Said[], must: string): string[] => {
  const inputs = said.filter(({ role }) => filledIn.includes(role));
  const groups = inputs.filter(({ role }) => role === 'radiogroup');
  return [
    ...inputs.filter(({ text }) => text === '').map(({ role }) => `a ${role} without a name`),
    ...groups
      .filter(({ text }) => !text.endsWith(must))
      .map(({ text }) => `does not say that it must be filled in: ${text}`),
    ...said
      .filter(
        ({ role, text }) => role === 'radio' && (text === '' || groups.some((group) => text.includes(group.text))),
      )
      .map(({ text }) => `a choice that says the question again: ${text}`),
  ];
};

const buttonFaults = (said: readonly Said[]): string[] => {
  const names = said.filter(({ role }) => role === 'button' || role === 'link').map(({ text }) => text);
  return [
    ...names.filter((name) => name === '' || empty.test(name)).map((name) => `a button that says nothing: “${name}”`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two buttons alike: ${name}`),
  ];
};

/** What is on the card for the eye, line by line from the top, and the language that it is said to be in. */
const eye = `(() => {
  const card = window.tried;
  const words = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (words.nextNode()) {
    const node = words.currentNode;
    if (node.data.trim() === '' || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, left, width } = range.getBoundingClientRect();
    if (width > 2) lines.push({ text: node.data, top, left, language: node.parentElement.closest('[lang]').lang });
  }
  document.querySelector('[data-tried]')?.removeAttribute('data-tried');
  card.dataset.tried = '';
  return { lines, language: card.closest('[lang]').lang, page: document.documentElement.lang };
})()`;
interface Seen {
  readonly lines: readonly {
    readonly text: string;
    readonly language: string;
    readonly top: number;
    readonly left: number;
  }[];
  readonly language: string;
  readonly page: string;
}

const danish = /(?<!\p{L})(?:borgeren|kommunen|ikke)(?!\p{L})/iu;
const english = /(?<!\p{L})(?:the|and|not)(?!\p{L})/iu;
const mixed = /[æøå]/iu;
/** A line that is certainly in one language, and said to be in the other. */
const isMisread = ({ text, language }: Seen['lines'][number]): boolean =>
  (language === 'en' && danish.test(text) && !english.test(text)) ||
  (language === 'da' && english.test(text) && !danish.test(text) && !mixed.test(text));

/** Below what was read before, or to the right of it. */
const isInOrder = (one: Seen['lines'][number], before: Seen['lines'][number]): boolean =>
  one.top >= before.top - 4 || one.left > before.left;

/** What a screen reader leaves out of a card, says in the wrong order, or says so that it cannot be understood. */
export const heardFaults = async (user: User, shown: Shown): Promise<readonly string[]> => {
  const { page, phrases } = user;
  const { lines, language, page: around } = await page.evaluate<Seen>(eye);
  const said = await treeOf(page.locator('[data-tried]'));
  const all = said.map(({ text }) => text).join('\n');
  const ways = phrases.say('twin.ways', { ways: '' }).trim();
  const must = phrases.say('input.required', { label: '' }).trim();
  const words = said.filter(({ role }) => role === 'button').map(({ text }) => text);
  const wayLine =
    shown.twin
      .split('\n')
      .findLast((line) => line.startsWith(ways))
      ?.slice(ways.length) ?? '';
  return [
    ...(language === shown.language ? [] : [`said to be in “${language}”`]),
    ...(around === shown.language ? [] : [`on a page in “${around}”`]),
    ...((await user.hears(shown.speak.slice(0, 60))) ? [] : ['not said by itself when it came']),
    ...factsOf(shown, ways)
      .filter((fact) => !isHeard(fact, said, all))
      .map((fact) => `in the twin, not heard: ${fact}`),
    ...wayLine
      .split(' · ')
      .map(plain)
      .filter((way) => way !== '' && !words.includes(way))
      .map((way) => `no button: ${way}`),
    ...lines
      .map(({ text }) => plain(text))
      .filter((text) => !all.includes(text))
      .map((text) => `seen, not heard: ${text}`),
    ...lines
      .filter((line, index) => index > 0 && !isInOrder(line, lines[index - 1]!))
      .map(({ text }) => `read after what stands below it: ${text}`),
    ...lines.filter(isMisread).map(({ text, language: as }) => `said as if it were in “${as}”: ${text}`),
    ...headingFaults(said),
    ...inputFaults(said, must),
    ...buttonFaults(said),
  ];
};
