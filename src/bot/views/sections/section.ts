import { doubtText, type Phrases, type SectionView } from '../../../cards/index.ts';
import type { CivilDate } from '../../../dates/index.ts';
import type { Answers, DecisionTree } from '../../../trees/index.ts';
import type { Scene } from '../scene.ts';
import type { Cited } from '../sourceViews.ts';

/** What a composer sees of a walk that has ended. */
export interface Ending extends Scene {
  readonly tree: DecisionTree;
  readonly answers: Answers;
  readonly asOf: CivilDate;
}

/** A line of a section; what is not settled about it, or about the section when there is no line, is told apart. */
export interface Item {
  readonly text?: string;
  readonly doubt?: string | undefined;
}

/** A section whose doubts are still apart from its lines. */
export type Section = Omit<SectionView, 'items'> & { readonly items: readonly (string | Item)[] };

/** Parts of a summary and what they stand on. */
export interface Composed {
  readonly sections: readonly Section[];
  readonly cited: readonly Cited[];
  /** True when they hold texts of the knowledge that exist in Danish alone. */
  readonly danish?: boolean;
}

/** How much of the sections' own text a card can hold beside all else that it says, in characters. */
export const mostText = 5_000;
/** What a heading of its own adds to a card. */
const headingRoom = 180;

/** How much of a card sections take, in characters. */
export const roomOf = ({ sections }: Pick<Composed, 'sections'>): number =>
  sections
    .flatMap(({ text = '', items }) => [text, ...items.map((item) => (typeof item === 'string' ? item : item.text))])
    .reduce((room, text = '') => room + text.length, sections.length * headingRoom);

/** Fills one part of an outcome from the knowledge. Pure: the same ending gives the same sections. */
export type Composer = (ending: Ending) => Composed;

/** Nothing to show. */
export const nothing: Composed = { sections: [], cited: [] };

/** Several parts, one after the other. */
export const joined = (parts: readonly Composed[]): Composed => ({
  sections: parts.flatMap(({ sections }) => sections),
  cited: parts.flatMap(({ cited }) => cited),
  danish: parts.some(({ danish }) => danish),
});

const itemOf = (item: string | Item): Item => (typeof item === 'string' ? { text: item } : item);

/**
 * Sections with every doubt said once: with its line when it is about that line alone, else at the end of the section
 * where it first arises.
 */
export const withDoubts = (sections: readonly Section[], phrases: Phrases): readonly SectionView[] => {
  const doubts = sections.flatMap(({ items }) => items.flatMap((item) => itemOf(item).doubt ?? []));
  const repeated = new Set(doubts.filter((doubt, index) => doubts.indexOf(doubt) !== index));
  const said = new Set<string>();
  return sections.map(({ items, ...section }) => {
    const lines: string[] = [];
    const after: string[] = [];
    for (const { text, doubt } of items.map(itemOf)) {
      const told = doubt === undefined || said.has(doubt) ? undefined : doubtText(doubt, phrases);
      if (doubt !== undefined) said.add(doubt);
      const inLine = told !== undefined && text !== undefined && doubt !== undefined && !repeated.has(doubt);
      if (text !== undefined) lines.push(inLine ? `${text} ${told}` : text);
      if (told !== undefined && !inLine) after.push(told);
    }
    return { ...section, items: [...lines, ...after] };
  });
};
