import dagre from '@dagrejs/dagre';

/** A place in a drawing, in pixels from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its size, and after the layout with its middle. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** A diamond is met by its arrows on its slanting sides. */
  readonly diamond: boolean;
}

/** A line between two boxes, with room for its label. */
export interface Line {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly width: number;
  readonly height: number;
}

/** Where everything stands. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label: Point }>;
}

/** What we use of the library, whose own types do not resolve under NodeNext. */
interface Graph {
  setGraph: (label: object) => void;
  setDefaultEdgeLabel: (label: () => object) => void;
  setNode: (id: string, label: object) => void;
  setEdge: (from: string, to: string, label: object, name: string) => void;
  graph: () => { width?: number; height?: number };
  node: (id: string) => Point;
  edge: (from: string, to: string, name: string) => { points?: readonly Point[]; x?: number; y?: number };
}
interface Library {
  readonly graphlib: { readonly Graph: new (options: { directed: boolean; multigraph: boolean }) => Graph };
  readonly layout: (graph: Graph) => void;
}
const { graphlib, layout } = dagre as unknown as Library;

const margin = 24;

/** Where the line from the middle of a diamond to `toward` leaves it. */
const onDiamond = (middle: Point, { width, height }: Box, toward: Point): Point => {
  const [dx, dy] = [toward.x - middle.x, toward.y - middle.y];
  const reach = Math.abs(dx) / (width / 2) + Math.abs(dy) / (height / 2);
  return reach === 0 ? middle : { x: middle.x + dx / reach, y: middle.y + dy / reach };
};

/** Places boxes in layers from above, each line leading downwards. The same input always gives the same places. */
export const layOut = (boxes: readonly Box[], lines: readonly Line[]): Layout => {
  const graph = new graphlib.Graph({ directed: true, multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 20, ranksep: 44, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { key, from, to, width, height } of lines)
    graph.setEdge(from, to, { width, height, labelpos: 'c', minlen: 1 }, key);
  layout(graph);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    boxes: new Map(boxes.map(({ id }) => [id, graph.node(id)])),
    lines: new Map(
      lines.map(({ key, from, to }) => {
        const { points = [], x = 0, y = 0 } = graph.edge(from, to, key);
        const placed = [...points];
        const [source, target] = [byId.get(from), byId.get(to)];
        const [second, last] = [placed[1], placed.at(-2)];
        if (source?.diamond && second) placed[0] = onDiamond(graph.node(from), source, second);
        if (target?.diamond && last) placed[placed.length - 1] = onDiamond(graph.node(to), target, last);
        return [key, { points: placed, label: { x, y } }];
      }),
    ),
  };
};
