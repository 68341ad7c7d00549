import type { ShareView } from '../../cards/index.ts';
import type { Field } from './PrefixIndex.ts';

/** Something that the search finds and that can be put in a chat. */
export interface Entry {
  /** Unique among all entries, such as "law:sel-86-1". */
  readonly id: string;
  readonly title: string;
  /** One line below the title; without one, what the card says first. */
  readonly line?: string;
  readonly fields: readonly Field[];
  /** The ids by which it can be switched off. */
  readonly names: readonly string[];
  /** How much it is used, as far as the knowledge itself tells; more comes first when nothing is asked for. */
  readonly usual: number;
  /** What its card says; undefined when there is nothing to say on the day. */
  readonly card: () => ShareView | undefined;
}

const longestLine = 110;

/** A text on one line, ended at a word. */
export const oneLine = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longestLine) return line;
  return `${line.slice(0, line.lastIndexOf(' ', longestLine - 1))} …`;
};
