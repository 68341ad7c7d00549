import type { Locator } from 'playwright-core';
import { parse } from 'yaml';

/** One thing that a screen reader says, in the order in which it says it. */
export interface Said {
  readonly role: string;
  /** Its name, or its text. */
  readonly text: string;
  readonly level?: number;
  readonly url?: string;
}

type Node = string | Readonly<Record<string, string | readonly Node[]>>;

const entry = /^(?<role>[\w-]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?(?<marks>(?: \[[^\]]*\])*)$/u;

/** Text as it is compared: one space where there is any, none of those that nobody sees, and plain quotes. */
export const plain = (text: string): string =>
  text
    .replace(/[\u200b\u2060]/gu, '')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();

const saidBy = (node: Node): Said[] => {
  const [key, inside] = typeof node === 'string' ? [node, []] : (Object.entries(node)[0] ?? ['', []]);
  if (key === '/url') return [];
  const found = entry.exec(key)?.groups;
  if (!found) throw new Error(`A line of the accessibility tree cannot be read: ${key}`);
  const { role = '', name = '', marks = '' } = found;
  const level = /\[level=(\d)\]/u.exec(marks)?.[1];
  const children = typeof inside === 'string' ? [] : inside;
  const url = children.map((child) => (typeof child === 'string' ? undefined : child['/url'])).find((one) => one);
  const own: Said = {
    role,
    text: plain(name === '' && typeof inside === 'string' ? inside : name.replace(/\\(.)/gu, '$1')),
    ...(level === undefined ? {} : { level: Number(level) }),
    ...(typeof url === 'string' ? { url } : {}),
  };
  return [own, ...children.flatMap(saidBy)];
};

/** A part of the page as the browser tells it to a screen reader. */
export const treeOf = async (part: Locator): Promise<readonly Said[]> =>
  (parse(await part.ariaSnapshot()) as readonly Node[]).flatMap(saidBy);
