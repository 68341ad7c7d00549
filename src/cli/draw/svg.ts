import { layOut, type Box, type Layout, type Point } from './layout.ts';
import { kindWords, type Drawing, type DrawnArrow, type DrawnNode, type Kind } from './model.ts';

/** How a node stands to an earlier tree, in the words of the drawing. */
export type Mark = 'ny' | 'ændret';

const [letter, leading, padding] = [7.2, 17, 14];
const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Text as XML may hold it: markup escaped, and characters gone that XML does not know. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');

/** Breaks a text between words into lines of about so many letters. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

const colours: Readonly<Record<Kind, string>> = { question: '#e3eefb', decide: '#fdf1d3', outcome: '#e2f3e4' };
const style = [
  'text{font:13px "Segoe UI",Arial,sans-serif;fill:#1b1b1b}',
  '.kind{font-weight:700}.label{font-size:12px}.provision{font-style:italic;font-size:12px}',
  ...Object.entries(colours).map(([kind, fill]) => `.${kind} .shape{fill:${fill}}`),
  '.shape{stroke:#1b1b1b;stroke-width:1.5}.inner{fill:none;stroke:#1b1b1b}',
  '.line{fill:none;stroke:#1b1b1b;stroke-width:1.3}.dormant .shape,.dormant .inner,.dormant .line{stroke-dasharray:6 4}',
  '.changed .shape{stroke-width:4}.behind{fill:#fff}',
].join('');

interface Row {
  readonly text: string;
  readonly kind: 'kind' | 'text' | 'provision';
}

const rowsOf = ({ id, kind, text, provisions, dormant }: DrawnNode, mark: Mark | undefined): readonly Row[] => {
  const head = [kindWords[kind], ...(mark ? [mark] : []), ...(dormant ? ['gælder ikke den dag'] : [])].join(', ');
  return [
    { text: `${head}: ${id}`, kind: 'kind' as const },
    ...wrap(text, 38).map((line) => ({ text: line, kind: 'text' as const })),
    ...(provisions.length > 0 ? [{ text: 'Bygger på:', kind: 'provision' as const }] : []),
    ...provisions.flatMap((provision) =>
      wrap(provision, 44).map((line) => ({ text: line, kind: 'provision' as const })),
    ),
  ];
};

const boxOf = ({ id, kind }: DrawnNode, rows: readonly Row[]): Box => {
  const width = Math.max(...rows.map(({ text }) => text.length)) * letter + 2 * padding;
  const height = rows.length * leading + 2 * padding;
  // A rectangle lies within a diamond when their two shares of its width and height add up to at most one.
  return kind === 'decide'
    ? { id, width: width * 1.6, height: height * 2.7, diamond: true }
    : { id, width, height, diamond: false };
};

const shapeOf = (kind: Kind, { width, height }: Box, { x, y }: Point): string => {
  const rect = (inset: number, corner: number, className: string): string =>
    `<rect class="${className}" x="${round(x - width / 2 + inset)}" y="${round(y - height / 2 + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" rx="${String(corner)}"/>`;
  switch (kind) {
    case 'question':
      return rect(0, 14, 'shape');
    case 'outcome':
      return rect(0, 0, 'shape') + rect(4, 0, 'inner');
    case 'decide': {
      const corners = [
        [x, y - height / 2],
        [x + width / 2, y],
        [x, y + height / 2],
        [x - width / 2, y],
      ];
      return `<polygon class="shape" points="${corners.map((corner) => corner.map((at) => round(at)).join(',')).join(' ')}"/>`;
    }
  }
};

const nodeMarkup = (node: DrawnNode, rows: readonly Row[], box: Box, at: Point, mark: Mark | undefined): string => {
  const top = at.y - ((rows.length - 1) * leading) / 2 + 4;
  const lines = rows.map(
    ({ text, kind }, index) =>
      `<text class="${kind}" x="${round(at.x)}" y="${round(top + index * leading)}" text-anchor="middle">${escapeXml(text)}</text>`,
  );
  const classes = ['node', node.kind, ...(node.dormant ? ['dormant'] : []), ...(mark ? ['changed'] : [])].join(' ');
  return [
    `<g class="${classes}" data-node="${escapeXml(node.id)}" data-kind="${node.kind}"${mark ? ` data-change="${mark}"` : ''}>`,
    `<title>${escapeXml(`${kindWords[node.kind]}: ${node.text}`)}</title>`,
    shapeOf(node.kind, box, at),
    ...lines,
    '</g>',
  ].join('\n');
};

/** Arrows between the same two nodes share one line; what is dormant never shares one with what is not. */
const bundlesOf = (arrows: readonly DrawnArrow[]) => {
  const bundles = new Map<string, DrawnArrow[]>();
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to} ${String(arrow.dormant)}`;
    bundles.set(key, [...(bundles.get(key) ?? []), arrow]);
  }
  return [...bundles].map(([key, members]) => {
    const labels = members.map((arrow) => ({ arrow, rows: wrap(arrow.label, 40) }));
    const rows = labels.flatMap(({ rows: some }) => some);
    return { key, labels, height: rows.length * 15 + 6, width: Math.max(...rows.map((row) => row.length)) * 6.6 + 8 };
  });
};
type Bundle = ReturnType<typeof bundlesOf>[number];

/** A smooth line through the points that the layout gave. */
const pathThrough = (points: readonly Point[]): string => {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const say = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${say(point)} ${say({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return [`M${say(first)}`, ...bends, `L${say(last)}`].join(' ');
};

const bundleMarkup = ({ key, labels, width, height }: Bundle, { lines }: Layout): { line: string; text: string } => {
  const place = lines.get(key);
  const first = labels[0]?.arrow;
  if (!place || !first) return { line: '', text: '' };
  const { label, points } = place;
  let row = 0;
  const texts = labels.map(({ arrow: { from, to, by }, rows }) => {
    const said = rows.map(
      (text) =>
        `<text class="label" x="${round(label.x)}" y="${round(label.y - height / 2 + 14 + row++ * 15)}" text-anchor="middle">${escapeXml(text)}</text>`,
    );
    const data = Object.entries({ from, to, by }).map(([name, value]) => ` data-${name}="${escapeXml(value)}"`);
    return `<g class="arrow"${data.join('')}>${said.join('')}</g>`;
  });
  const shade = first.dormant ? ' dormant' : '';
  return {
    line: `<g class="way${shade}" data-way="${escapeXml(`${first.from} ${first.to}`)}"><path class="line" d="${pathThrough(points)}" marker-end="url(#head)"/></g>`,
    text: [
      `<rect class="behind" x="${round(label.x - width / 2)}" y="${round(label.y - height / 2)}" width="${round(width)}" height="${round(height)}"/>`,
      ...texts,
    ].join('\n'),
  };
};

const legend =
  'Boks med runde hjørner: spørgsmål. Rude: regel, som guiden regner ud. Dobbelt boks: udfald. Stiplet: gælder ikke den dag.';

/** The drawing as an SVG document that stands by itself. `marks` names the nodes that an earlier tree had otherwise. */
export const svgOf = (drawing: Drawing, marks: ReadonlyMap<string, Mark> = new Map()): string => {
  const nodes = drawing.nodes.map((node) => {
    const rows = rowsOf(node, marks.get(node.id));
    return { node, rows, box: boxOf(node, rows) };
  });
  const bundles = bundlesOf(drawing.arrows);
  const layout = layOut(
    nodes.map(({ box }) => box),
    bundles.map(({ key, labels, width, height }) => {
      const { from = '', to = '' } = labels[0]?.arrow ?? {};
      return { key, from, to, width, height };
    }),
  );
  const drawn = bundles.map((bundle) => bundleMarkup(bundle, layout));
  const counted = (kind: Kind): string =>
    `${String(drawing.nodes.filter((node) => node.kind === kind).length)} ${kindWords[kind].toLowerCase()}`;
  const heading = `${drawing.title}, som reglerne er ${drawing.date}`;
  const width = Math.max(layout.width, legend.length * letter + 48);
  const height = layout.height + 70;
  const size = `${round(width)} ${round(height)}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" width="${round(width)}" height="${round(height)}" lang="da" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(heading)}</title>`,
    `<desc id="desc">${escapeXml(`${drawing.description} Her er ${counted('question')}, ${counted('decide')} og ${counted('outcome')}. ${legend}`)}</desc>`,
    `<style>${escapeXml(style).replace(/&quot;/gu, '"')}</style>`,
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L10,5 L0,10 z"/></marker></defs>',
    `<rect class="behind" width="${round(width)}" height="${round(height)}"/>`,
    `<text class="kind" x="24" y="28">${escapeXml(heading)}</text>`,
    `<text x="24" y="48">${escapeXml(legend)}</text>`,
    '<g transform="translate(0 50)">',
    ...drawn.map(({ line }) => line),
    ...drawn.map(({ text }) => text),
    ...nodes.map(({ node, rows, box }) =>
      nodeMarkup(node, rows, box, layout.boxes.get(node.id) ?? { x: 0, y: 0 }, marks.get(node.id)),
    ),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
};
