import type { ActionSet, AdaptiveCard, CardAction, CardElement, ColumnSet, Container } from './adaptiveCard.ts';
import {
  actingRow,
  action,
  actionSet,
  bulletList,
  choiceSet,
  container,
  dateField,
  factRows,
  heading,
  lineBlock,
  sourceLines,
  textBlock,
} from './elements.ts';
import type { Block, Page } from './page.ts';
import type { Phrases } from './phrases.ts';

const elementsOf = (block: Block): CardElement[] => {
  switch (block.kind) {
    case 'title':
      return [heading(block.text, 'large')];
    case 'heading':
      return [heading(block.text, 'medium')];
    case 'strong':
      return [textBlock(block.text, { weight: 'bolder' })];
    case 'text':
      return [textBlock(block.text)];
    case 'subtle':
      return [textBlock(block.text, { isSubtle: true, spacing: 'small' })];
    case 'lines':
      return [lineBlock(block.lines)];
    case 'list':
      return [bulletList(block.items)];
    case 'sources':
      return [sourceLines(block.items)];
    case 'facts':
      return [factRows(block.rows)];
    case 'choice':
      return [choiceSet(block.input, 'expanded')];
    case 'date':
      return [dateField(block.input)];
    case 'buttons':
      return [actionSet(block.buttons.map(action))];
    case 'correction':
      return [choiceSet(block.input, 'compact'), actionSet([action(block.button)])];
    case 'understood':
      return block.lines.map(({ text, button }) =>
        // In the order in which it is seen, so that who speaks to the machine can say what stands there.
        actingRow(text, action({ ...button, title: `${text} ${button.title}` }), button.title),
      );
    case 'box':
    case 'section':
      return [container(block.kind, block.blocks.flatMap(elementsOf))];
  }
};

/** A page as an Adaptive Card. */
export const toCard = (page: Page, phrases: Phrases): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: phrases.language,
  fallbackText: `${page.summary} ${phrases.say('card.fallback')}`,
  speak: page.speak,
  msteams: { width: 'Full' },
  body: page.blocks.flatMap(elementsOf),
  actions: page.actions.map(action),
});

const submitOf = (cardAction: CardAction): CardAction =>
  cardAction.type === 'Action.Execute' ? cardAction.fallback : cardAction;
const submitIn = (element: CardElement): CardElement => {
  if (element.type === 'ActionSet') return { ...element, actions: element.actions.map(submitOf) } satisfies ActionSet;
  if (element.type === 'ColumnSet')
    return { ...element, selectAction: submitOf(element.selectAction) } satisfies ColumnSet;
  if (element.type === 'Container') return { ...element, items: element.items.map(submitIn) } satisfies Container;
  return element;
};

/** The same card for a client that cannot execute: every Action.Execute is replaced by its Action.Submit. */
export const forSubmit = (card: AdaptiveCard): AdaptiveCard => ({
  ...card,
  body: card.body.map(submitIn),
  actions: card.actions.map(submitOf),
});
