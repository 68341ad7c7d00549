import type { Activity } from 'botframework-directlinejs';

/** The data that a card's actions carry. */
export interface ActionData {
  readonly kind: string;
  readonly tree?: string;
  readonly run?: string;
  readonly question?: string;
  readonly option?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An Adaptive Card as it arrives. */
export type Card = Readonly<Record<string, Json>>;

const visit = (node: Json, see: (object: Readonly<Record<string, Json>>) => void): void => {
  if (Array.isArray(node)) for (const item of node as readonly Json[]) visit(item, see);
  else if (typeof node === 'object' && node !== null) {
    see(node as Readonly<Record<string, Json>>);
    for (const value of Object.values(node)) visit(value, see);
  }
};

/** The Adaptive Card of a message; undefined when it carries none. */
export const cardOf = (activity: Activity): Card | undefined =>
  activity.type === 'message'
    ? (
        activity.attachments?.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive') as
          { content?: Card } | undefined
      )?.content
    : undefined;

/** Every text that a card shows, in order. */
export const textsOf = (card: Json): string[] => {
  const texts: string[] = [];
  visit(card, (object) => {
    for (const key of ['text', 'label', 'value', 'title'] as const)
      if (typeof object[key] === 'string') texts.push(object[key]);
  });
  return texts;
};

/** The data of every action on a card. */
export const actionsOf = (card: Json): ActionData[] => {
  const found: ActionData[] = [];
  visit(card, (object) => {
    if (typeof object.type === 'string' && object.type.startsWith('Action.'))
      found.push(object.data as unknown as ActionData);
  });
  return found;
};
