import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { differenceBetween } from '../../src/cli/draw/diff.ts';
import { drawingOf } from '../../src/cli/draw/model.ts';
import { outlineOf } from '../../src/cli/draw/outline.ts';
import { treesAtRevision, treesInFolder } from '../../src/cli/draw/revision.ts';
import { escapeXml, svgOf } from '../../src/cli/draw/svg.ts';
import { civilDate } from '../../src/dates/index.ts';
import { InputError } from '../../src/errors.ts';
import { arrowsOf, isOutcome, type DecisionTree } from '../../src/trees/index.ts';
import { dialogs, knowledge, projectRoot, today } from '../helpers/content.ts';
import { temporaryFolders } from '../storage/support.ts';
import { runGuide } from './support.ts';

interface Element {
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
const parseXml = (document: string): Element => {
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

const within = (element: Element): Element[] => [element, ...element.children.flatMap(within)];
const having = (svg: Element, attribute: string): Element[] =>
  within(svg).filter(({ attributes }) => attributes[attribute] !== undefined);
const textIn = (element: Element): string =>
  within(element)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
    .join(' ');
const edgesIn = (svg: Element): string[] =>
  having(svg, 'data-from').map(({ attributes: { 'data-from': from, 'data-by': by, 'data-to': to } }) =>
    JSON.stringify([from, by, to]),
  );
const edgesOf = (tree: DecisionTree): string[] =>
  Object.entries(tree.nodes).flatMap(([id, node]) =>
    arrowsOf(id, node).map(({ by, to }) => JSON.stringify([id, by, to])),
  );

const content = { knowledge, dialogs };
const trees = [...dialogs.trees.values()];
const drawings = new Map(trees.map((tree) => [tree.id, drawingOf(content, tree, today)]));
const svgs = new Map([...drawings].map(([id, drawing]) => [id, parseXml(svgOf(drawing))]));
const nodeIn = (svg: Element, id: string): Element =>
  having(svg, 'data-node').find(({ attributes }) => attributes['data-node'] === id)!;
/** How far a point lies from the edge of a node's shape: a diamond's slanting sides, or a box's. */
const distanceFromEdge = (node: Element, x: number, y: number): number => {
  const { attributes } = node.children.find((child) => child.attributes.class === 'shape')!;
  if (attributes.points !== undefined) {
    const [top, right] = attributes.points.split(' ').map((point) => point.split(',').map(Number));
    const [across, down] = [right![0]! - top![0]!, right![1]! - top![1]!];
    const share = Math.abs(x - top![0]!) / across + Math.abs(y - right![1]!) / down;
    return Math.abs(share - 1) * Math.min(across, down);
  }
  const [left, above, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(attributes[name]));
  const outside = Math.max(left! - x, x - left! - width!, above! - y, y - above! - height!);
  return Math.abs(outside);
};

describe('draw', () => {
  it('knows six trees', () => {
    expect(trees).to.have.lengthOf(6);
  });

  for (const tree of trees)
    describe(tree.id, () => {
      const svg = svgs.get(tree.id)!;
      const drawing = drawings.get(tree.id)!;

      it('draws just the arrows that the tree has, each with its label', () => {
        expect(edgesIn(svg).sort()).to.deep.equal(edgesOf(tree).sort());
        for (const arrow of having(svg, 'data-from')) expect(textIn(arrow).trim()).not.to.equal('');
        const options = Object.values(tree.nodes).flatMap((node) => ('options' in node ? node.options : []));
        const labels = having(svg, 'data-from').map(textIn);
        expect(labels).to.include.members(options.map(({ label }) => label));
      });

      it('draws each node once, in the shape and with the word of its kind', () => {
        const nodes = having(svg, 'data-node');
        expect(nodes.map(({ attributes }) => attributes['data-node']).sort()).to.deep.equal(
          Object.keys(tree.nodes).sort(),
        );
        for (const node of nodes) {
          const shapes = node.children.filter(({ name }) => name === 'rect' || name === 'polygon');
          const kind = node.attributes['data-kind']!;
          const [word, shape] = {
            question: ['Spørgsmål', ['rect']],
            decide: ['Regel', ['polygon']],
            outcome: ['Udfald', ['rect', 'rect']],
          }[kind] as [string, string[]];
          expect(shapes.map(({ name }) => name)).to.deep.equal(shape);
          expect(textIn(node)).to.match(new RegExp(`^${word}\\b`, 'u'));
          if (kind === 'question') expect(Number(shapes[0]!.attributes.rx)).to.be.greaterThan(0);
        }
      });

      it('says what each outcome stands on', () => {
        for (const [id, node] of Object.entries(tree.nodes))
          if (isOutcome(node))
            for (const { at } of node.citations) expect(textIn(nodeIn(svg, id))).to.contain(at.split(' ')[0]);
      });

      it('has a title, a description, and boxes that do not lie upon each other', () => {
        expect(svg.children.slice(0, 2).map(({ name }) => name)).to.deep.equal(['title', 'desc']);
        expect(svg.children[0]!.text).to.contain(tree.title);
        expect(svg.children[1]!.text).to.contain(tree.description);
        const boxes = having(svg, 'data-node').flatMap(({ children }) =>
          children
            .filter(({ attributes }) => attributes.class === 'shape' && attributes.width !== undefined)
            .map(({ attributes: { x, y, width, height } }) => [x, y, width, height].map(Number)),
        );
        for (const [index, [x, y, width, height]] of boxes.entries())
          for (const [left, top, across, down] of boxes.slice(index + 1))
            expect(
              x! + width! <= left! || left! + across! <= x! || y! + height! <= top! || top! + down! <= y!,
            ).to.equal(true);
      });

      it('dashes what is dormant and says so, and nothing else', () => {
        for (const { id, dormant } of drawing.nodes) {
          const node = nodeIn(svg, id);
          expect(node.attributes.class!.split(' ').includes('dormant'), id).to.equal(dormant);
          expect(textIn(node).includes('gælder ikke den dag'), id).to.equal(dormant);
        }
      });

      it('leads a line from the edge of one node to the edge of the other, dashed for a dormant arrow', () => {
        const ways = having(svg, 'data-way');
        const keys = drawing.arrows.map(({ from, to, dormant }) => `${from} ${to} ${String(dormant)}`);
        const drawn = ways.map(
          ({ attributes }) => `${attributes['data-way']!} ${String(attributes.class!.includes('dormant'))}`,
        );
        expect(drawn.sort()).to.deep.equal([...new Set(keys)].sort());
        for (const way of ways) {
          const points = [...way.children[0]!.attributes.d!.matchAll(/([\d.-]+),([\d.-]+)/gu)].map(([, x, y]) => [
            x,
            y,
          ]);
          for (const [index, id] of way.attributes['data-way']!.split(' ').entries()) {
            const [x, y] = points.at(index === 0 ? 0 : -1)!.map(Number);
            expect(distanceFromEdge(nodeIn(svg, id), x!, y!), `${tree.id} ${id}`).to.be.lessThan(1);
          }
        }
      });

      it('names every node once in the outline', () => {
        const heads = [...outlineOf(drawing).matchAll(/^\d+\. +(\S+) · (?:Spørgsmål|Regel|Udfald): /gmu)];
        expect(heads.map(([, id]) => id).sort()).to.deep.equal(Object.keys(tree.nodes).sort());
      });
    });

  it('escapes what is markup, and keeps Danish letters', () => {
    expect(escapeXml(`<æ & "ø" 'å'>\u0001`)).to.equal('&lt;æ &amp; &quot;ø&quot; &#39;å&#39;&gt;');
    const drawing = drawings.get('klage')!;
    const label = `a <b> & "c"`;
    const arrows = drawing.arrows.map((arrow) => ({ ...arrow, label }));
    expect(textIn(having(parseXml(svgOf({ ...drawing, arrows })), 'data-from')[0]!)).to.equal(label);
  });

  it('follows the law by date: what the reform brought is dormant the day before it, and not after', () => {
    const tree = dialogs.trees.get('hvilken-paragraf')!;
    const dormant = (day: string): string[] =>
      drawingOf(content, tree, civilDate(day))
        .nodes.filter((node) => node.dormant)
        .map(({ id }) => id);
    expect(dormant('2025-06-30')).to.include.members(['older-people', 'kept-decision', 'ageRelatedLoss']);
    expect(dormant('2025-06-30')).not.to.include('adults-before-reform');
    expect(dormant('2025-07-01')).to.include('adults-before-reform');
    expect(dormant('2025-07-01')).not.to.include('older-people');
  });
});

describe('draw --diff', () => {
  const fresh = temporaryFolders();
  const copy = (change: (text: string) => string): string => {
    const folder = fresh();
    for (const name of ['knowledge', 'dialogs'])
      cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
    const file = join(folder, 'dialogs/trees/klage.yaml');
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    writeFileSync(file, changed);
    return folder;
  };

  it('finds nothing between a tree and itself', () => {
    for (const [id, tree] of treesInFolder(projectRoot))
      expect(differenceBetween(id, tree, structuredClone(tree))).to.equal(undefined);
  });

  it('tells nodes that are new, gone and changed, and the answer that leads elsewhere', async () => {
    const folder = copy((text) =>
      text
        .replace(/(id: rights[^]*?next: )health/u, '$1rights-end')
        .replace('Hvad vil borgeren klage over?', 'Hvad er klagen?')
        .replace(/\n {2}conduct:\n/u, '\n  rights-end:\n')
        .replace(/(id: conduct[^]*?next: )conduct/u, '$1health'),
    );
    const { code, stdout, stderr } = await runGuide(['draw', 'klage', '--root', folder, '--diff', projectRoot]);
    expect(code, stderr).to.equal(0);
    for (const line of [
      '  + rights-end · Udfald: Tal med lederen først',
      '  - conduct · Udfald: Tal med lederen først',
      '  ~ about · Spørgsmål: Hvad er klagen?',
      '      question: Hvad vil borgeren klage over? → Hvad er klagen?',
      '    from about by rights: before health, now rights-end',
      '    from about by conduct: before conduct, now health',
      '      outcomes before: conduct',
    ])
      expect(stdout.split('\n')).to.include(line);
    expect(stdout).not.to.contain('from about by treatment');
  });

  it('holds a copy against a git revision, and marks the drawing', async () => {
    const folder = copy((text) => text.replace(/(id: treatment[^]*?next: )health/u, '$1waiting'));
    const out = fresh();
    const args = ['draw', 'klage', '--root', folder, '--diff', 'HEAD', '--date', '2026-11-22', '--out', out];
    const { code, stdout, stderr } = await runGuide(args);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.contain('from about by treatment: before health, now waiting');
    expect(readdirSync(out).sort()).to.deep.equal(['klage.svg', 'klage.txt']);
    const svg = parseXml(readFileSync(join(out, 'klage.svg'), 'utf8'));
    expect(nodeIn(svg, 'about').attributes['data-change']).to.equal('ændret');
    expect(textIn(nodeIn(svg, 'about'))).to.contain('Spørgsmål, ændret');
    expect(having(svg, 'data-change')).to.have.lengthOf(1);
    expect(edgesIn(svg)).to.include(JSON.stringify(['about', 'treatment', 'waiting']));
  });

  it('tells an answer that is new, one that is gone, a new tree and a new start', () => {
    const tree = treesInFolder(projectRoot).get('klage')!;
    const about = tree.nodes.about!;
    if (!('options' in about)) throw new Error('about has options');
    const [first, ...rest] = about.options;
    const after = {
      ...tree,
      nodes: { ...tree.nodes, about: { ...about, options: [...rest, { ...first!, id: 'newer' }] } },
    };
    expect(
      differenceBetween('klage', tree, after)!.arrows.map(({ by, before, after: now }) => [by, before, now]),
    ).to.deep.equal([
      ['refusal', 'received', undefined],
      ['newer', undefined, 'received'],
    ]);
    expect(differenceBetween('klage', undefined, tree)!.added).to.deep.equal(Object.keys(tree.nodes));
    expect(differenceBetween('klage', tree, undefined)!.removed).to.deep.equal(Object.keys(tree.nodes));
    expect(differenceBetween('klage', tree, { ...tree, start: 'received' })!.start?.after).to.equal('received');
  });

  it('refuses what is no revision, no tree and no day', async () => {
    for (const none of ['no-such-revision', '--help', 'HEAD:dialogs'])
      expect(() => treesAtRevision(projectRoot, none)).to.throw(InputError);
    expect((await runGuide(['draw', 'nothing'])).code).to.equal(2);
    expect((await runGuide(['draw', '--date', '2026-02-30'])).code).to.equal(2);
  });
});
