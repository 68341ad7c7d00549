import { createRequire } from 'node:module';

import type * as AdaptiveCards from 'adaptivecards';

// The package's modules import each other without extensions, which Node does not resolve; its bundle is whole.
const { AdaptiveCard, GlobalRegistry, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = Readonly<Record<string, Json>>;

const nodesIn = (value: Json): Node[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { fallback: _, ...rest } = value as Node;
  return [value as Node, ...Object.values(rest).flatMap(nodesIn)];
};

/** The bounds that Teams and its store set. */
const limits = { bytes: 20_000, characters: 14_000, actions: 6, columns: 2 };

/** What the reference renderer says of a card while it reads it. */
const parserWarnings = (card: object): string[] => {
  const context = new SerializationContext(Versions.v1_5);
  context.setElementRegistry(GlobalRegistry.elements);
  context.setActionRegistry(GlobalRegistry.actions);
  new AdaptiveCard().parse(card, context);
  const messages = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  // The reader tests "lang" with a global regular expression, which fails every other time it is used.
  return messages.filter((message) => !/^Invalid value "(?:da|en)" for property "lang"\.$/u.test(message));
};

/** Everything that is wrong with a card: none for one that can be sent. */
export const lintCard = (card: object): string[] => {
  const text = JSON.stringify(card);
  const root = JSON.parse(text) as Node;
  const nodes = nodesIn(root);
  const faults: string[] = parserWarnings(JSON.parse(text) as object);
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  check(root.version === '1.5', 'version is not 1.5');
  for (const key of ['lang', 'fallbackText', 'speak'])
    check(typeof root[key] === 'string' && root[key] !== '', `${key} is missing`);
  check(Buffer.byteLength(text) <= limits.bytes, `${String(Buffer.byteLength(text))} bytes`);
  check(text.length <= limits.characters, `${String(text.length)} characters`);
  const actions = nodes.filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
  // A row that acts when it is tapped is no button.
  const rows = nodes.filter(({ selectAction }) => selectAction !== undefined);
  check(actions.length - rows.length <= limits.actions, `${String(actions.length - rows.length)} actions`);
  for (const action of actions)
    if (action.type === 'Action.Execute') {
      const { fallback, verb, data } = action as { fallback?: Node; verb?: Json; data?: { kind?: Json } };
      check(fallback?.type === 'Action.Submit', 'an Execute without a Submit to fall back on');
      check(JSON.stringify(fallback?.data) === JSON.stringify(data), 'a fallback with other data');
      check(verb === data?.kind, 'a verb that is not the kind');
    }
  for (const node of nodes) {
    const type = typeof node.type === 'string' ? node.type : '';
    if (type === 'TextBlock') check(node.wrap === true, 'a text that does not wrap');
    if (type.startsWith('Input.')) {
      check(typeof node.label === 'string' && node.label !== '', 'an input without a label');
      check(
        node.isRequired !== true || typeof node.errorMessage === 'string',
        'a required input without an error message',
      );
    }
    check(!['ActionShowCard', 'Action.ShowCard', 'Action.ToggleVisibility'].includes(type), `${type} hides content`);
    if (type === 'ColumnSet') check((node.columns as readonly Json[]).length <= limits.columns, 'too many columns');
  }
  check(!/\{[A-Za-z.]+\}|undefined|\[object /u.test(text.replaceAll('{"', '')), 'a placeholder is left');
  return faults;
};

const said = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Every text that a card shows, markup taken off, in order. */
export const shownTexts = (card: object): string[] =>
  nodesIn(JSON.parse(JSON.stringify(card)) as Json).flatMap((node) => {
    if (node.type === 'TextBlock') return [said(node.text)];
    if (node.type === 'FactSet')
      return (node.facts as readonly Node[]).map(({ title, value }) => `${said(title)}: ${said(value)}`);
    return [];
  });
