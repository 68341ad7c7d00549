import { expect } from 'chai';
import { describe, it } from 'mocha';
import { drawingOf } from '../../src/cli/draw/model.ts';
import { outlineOf } from '../../src/cli/draw/outline.ts';
import { escapeXml, svgOf } from '../../src/cli/draw/svg.ts';
import { civilDate } from '../../src/dates/index.ts';
import { arrowsOf, isOutcome, type DecisionTree } from '../../src/trees/index.ts';
import { dialogs, knowledge, today } from '../helpers/content.ts';
import { edgesIn, having, nodeIn, parseXml, textIn, type Element } from './svg.ts';

const edgesOf = (tree: DecisionTree): string[] =>
  Object.entries(tree.nodes).flatMap(([id, node]) =>
    arrowsOf(id, node).map(({ by, to }) => JSON.stringify([id, by, to])),
  );

const content = { knowledge, dialogs };
const trees = [...dialogs.trees.values()];
const drawings = new Map(trees.map((tree) => [tree.id, drawingOf(content, tree, today)]));
const svgs = new Map([...drawings].map(([id, drawing]) => [id, parseXml(svgOf(drawing))]));
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
