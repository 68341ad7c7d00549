import { kindWords, type Drawing, type DrawnArrow, type DrawnNode } from './model.ts';

/** The nodes in the order in which a walk from the start first meets them; those it cannot meet come last. */
const inWalkingOrder = ({ nodes, arrows, start }: Drawing): readonly DrawnNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const waiting = [start];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...arrows.filter(({ from }) => from === id).map(({ to }) => to));
  }
  const met = [...seen].flatMap((id) => byId.get(id) ?? []);
  return [...met, ...nodes.filter(({ id }) => !seen.has(id))];
};

/** A tree as plain text: every node once, numbered, with its kind in words and where each answer leads. */
export const outlineOf = (drawing: Drawing): string => {
  const nodes = inWalkingOrder(drawing);
  const numbers = new Map(nodes.map(({ id }, index) => [id, index + 1]));
  const asleep = ({ dormant }: { readonly dormant: boolean }): string => (dormant ? ' (gælder ikke den dag)' : '');
  const arrowLine = (arrow: DrawnArrow): string =>
    `     - ${arrow.label} [${arrow.by}] → ${String(numbers.get(arrow.to) ?? '?')}. ${arrow.to}${asleep(arrow)}`;
  const paragraphs = nodes.map((node) => [
    `${`${String(numbers.get(node.id) ?? 0)}.`.padEnd(4)} ${node.id} · ${kindWords[node.kind]}: ${node.text}${asleep(node)}`,
    ...node.provisions.map((provision) => `     bygger på: ${provision}`),
    ...drawing.arrows.filter(({ from }) => from === node.id).map(arrowLine),
    '',
  ]);
  return [
    `${drawing.title} (${drawing.id}), som reglerne er ${drawing.date}`,
    drawing.description,
    '',
    ...paragraphs.flat(),
  ].join('\n');
};
