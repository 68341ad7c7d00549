import { expect } from 'chai';

/** An element of a picture, with what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const entity = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/giu;
const unescape = (text: string): string => {
  expect(text.replace(entity, ''), text.slice(0, 80)).not.to.match(/[&<]/u);
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(
    /&(#?)(\w+);/gu,
    (_, hash: string, name: string) => (hash ? String.fromCodePoint(Number(name)) : named[name]) ?? '',
  );
};

/** Reads a document as strictly as XML is: tags that match, one root, quoted attributes, nothing unescaped. */
export const parseXml = (document: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/u, '');
  const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/uy;
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const found = token.exec(body);
    if (!found) throw new Error(`not XML at ${body.slice(at, at + 80)}`);
    const [, closes, name = '', given = '', alone, text] = found;
    const inside = open.at(-1)!;
    if (text !== undefined) {
      inside.text += unescape(text);
      if (inside === root) expect(text.trim()).to.equal('');
    } else if (closes) {
      expect(inside.name).to.equal(name);
      open.pop();
    } else {
      const pairs = [...given.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(
        ([, key, value]) => [key!, unescape(value!)] as const,
      );
      expect(new Set(pairs.map(([key]) => key)).size).to.equal(pairs.length);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      inside.children.push(element);
      if (!alone) open.push(element);
    }
  }
  expect(open).to.have.lengthOf(1);
  expect(root.children).to.have.lengthOf(1);
  return root.children[0]!;
};

/** The element and all within it. */
export const within = (element: Element): Element[] => [element, ...element.children.flatMap(within)];
/** All elements within that have this attribute. */
export const having = (svg: Element, attribute: string): Element[] =>
  within(svg).filter(({ attributes }) => attributes[attribute] !== undefined);
/** All that can be read within. */
export const textIn = (element: Element): string =>
  within(element)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
    .join(' ');
/** The arrows of a picture, each as JSON: from, by, to. */
export const edgesIn = (svg: Element): string[] =>
  having(svg, 'data-from').map(({ attributes: { 'data-from': from, 'data-by': by, 'data-to': to } }) =>
    JSON.stringify([from, by, to]),
  );
/** The node of a picture with this id. */
export const nodeIn = (svg: Element, id: string): Element =>
  having(svg, 'data-node').find(({ attributes }) => attributes['data-node'] === id)!;
