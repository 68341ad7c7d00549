import { plainText, renderCard, type AdaptiveCard, type CardElement } from '../../src/cards/index.ts';
import type { DecisionTree } from '../../src/trees/index.ts';
import { endingsOf, phrases, viewOf, type Ending, type EndView } from '../helpers/everyEnding.ts';

/** An ending with what it shows. */
export interface Shown {
  readonly ending: Ending;
  readonly view: EndView;
}

/** An ending for a message of a failure. */
export const named = ({ tree, outcome, today, answers }: Ending): string =>
  `${tree.id}/${outcome} on ${today} after ${JSON.stringify(answers)}`;

const told = new Map<string, readonly Shown[]>();

/** The endings of a tree that differ in more than run, day, answers and the list of them; of each the one with the most. */
export const distinctOf = (tree: DecisionTree): readonly Shown[] => {
  const distinct = new Map<string, Shown & { readonly length: number }>();
  const known = told.get(tree.id);
  if (known) return known;
  for (const ending of endingsOf(tree)) {
    const view = viewOf(ending);
    const { run: _run, asOf: _asOf, answers, reasons, ...rest } = view;
    const key = JSON.stringify(rest);
    const length = JSON.stringify([answers, reasons]).length;
    if (length > (distinct.get(key)?.length ?? 0)) distinct.set(key, { ending, view, length });
  }
  const all = [...distinct.values()];
  told.set(tree.id, all);
  return all;
};

/** What is only read, wherever it stands on a card. */
const words = new Set(['text', 'title', 'value', 'label', 'speak', 'fallbackText', 'placeholder', 'errorMessage']);

/** A card without its words: cards of one shape are all valid or none is. */
export const shapeOf = (card: AdaptiveCard): string =>
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'data') return null;
    return words.has(key) && typeof value === 'string' ? value === '' : value;
  });

const unescaped = (text: string): string => text.replace(/\\(.)/gu, '$1');
const address = (link: string): string =>
  new URL(link).href.replace(/[()]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** A line of a card as its twin has it: a link is its words, and its address on a line of its own. */
const lineOf = (line: string): string[] => {
  const [, label, link, after] = /^\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)(.*)$/u.exec(line) ?? [];
  if (label === undefined || link === undefined) return [unescaped(line)];
  return [`${unescaped(label)}${unescaped(after ?? '')}`, address(link)];
};

const linesIn = (element: CardElement): string[] => {
  switch (element.type) {
    case 'TextBlock':
      return element.text.split('\n').flatMap((line) => (line === '' ? [] : lineOf(line.replace(/^- /u, ''))));
    case 'FactSet':
      return element.facts.map(({ title, value }) => unescaped(`${title}: ${value}`));
    case 'Container':
      return element.items.flatMap(linesIn);
    default:
      // How to correct an answer adds no fact.
      return [];
  }
};

/** Everything that the card of an ending says, line by line. */
export const cardLines = (card: AdaptiveCard): string[] => card.body.flatMap(linesIn);

/** Everything that a plain text says, line by line. */
export const textLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^(?:- | {2}(?=https?:))/u, ''))
    .filter((line) => line !== '')
    .map((line) => (/^https?:\S+$/u.test(line) ? address(line) : line));

export const cardOf = ({ view }: Shown): AdaptiveCard => renderCard(view, phrases);
export const twinOf = ({ view }: Shown): string => plainText(view, phrases);

/** The titles of all actions on a card; what an Execute falls back on is the same action. */
export const actionsOn = (card: AdaptiveCard): string[] => {
  const inside = (element: CardElement): string[] => {
    if (element.type === 'ActionSet') return element.actions.map(({ title }) => title);
    return element.type === 'Container' ? element.items.flatMap(inside) : [];
  };
  return [...card.body.flatMap(inside), ...card.actions.map(({ title }) => title)];
};
