import type { Picture } from './png.ts';

type Point = readonly [number, number];
type Colour = readonly [number, number, number];

const white: Colour = [255, 255, 255];
/** The manifest's accentColor. */
const accent: Colour = [0x1f, 0x4e, 0x5f];

/** The upper half of § as curves, each from the end of the one before, in a square from 0 to 1; the lower half is its image turned round. */
const start: Point = [0.645, 0.275];
const curves: readonly (readonly [Point, Point, Point])[] = [
  [
    [0.63, 0.195],
    [0.575, 0.155],
    [0.5, 0.155],
  ],
  [
    [0.42, 0.155],
    [0.36, 0.2],
    [0.36, 0.27],
  ],
  [
    [0.36, 0.345],
    [0.43, 0.375],
    [0.51, 0.41],
  ],
  [
    [0.6, 0.45],
    [0.675, 0.485],
    [0.675, 0.565],
  ],
  [
    [0.675, 0.625],
    [0.63, 0.665],
    [0.575, 0.675],
  ],
];
const stepsPerCurve = 10;
const halfStroke = 0.042;

const bezier = (a: Point, [b, c, d]: readonly [Point, Point, Point], t: number): Point => {
  const u = 1 - t;
  const at = (axis: 0 | 1): number =>
    u * u * u * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t * t * t * d[axis];
  return [at(0), at(1)];
};

const upperHalf = (): readonly Point[] => {
  const line: Point[] = [start];
  let from = start;
  for (const curve of curves) {
    const begin = from;
    for (let step = 1; step <= stepsPerCurve; step += 1) line.push(bezier(begin, curve, step / stepsPerCurve));
    from = curve[2];
  }
  return line;
};

const upper = upperHalf();
const sign = [upper, upper.map(([x, y]): Point => [1 - x, 1 - y])];

const distanceToPiece = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
};

/** Left and right of these there is nothing of the sign. */
const [leftmost, rightmost] = [0.28, 0.72];

const isOnSign = (point: Point): boolean =>
  point[0] > leftmost &&
  point[0] < rightmost &&
  sign.some((line) =>
    line.some((end, index) => index > 0 && distanceToPiece(point, line[index - 1] ?? end, end) <= halfStroke),
  );

/** How many places along each side of a point are looked at, so that edges are smooth. */
const places = 4;

/** How much of the point at this column and row the sign covers, from 0 to 1. */
const covered = (column: number, row: number, size: number): number => {
  let hits = 0;
  for (let place = 0; place < places * places; place += 1) {
    const x = (column + ((place % places) + 0.5) / places) / size;
    const y = (row + (Math.floor(place / places) + 0.5) / places) / size;
    if (isOnSign([x, y])) hits += 1;
  }
  return hits / (places * places);
};

const draw = (size: number, colourOf: (cover: number) => readonly [...Colour, number]): Picture => {
  const points = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at += 1)
    points.set(colourOf(covered(at % size, Math.floor(at / size), size)), at * 4);
  return { size, points };
};

/** A white § on the guide's colour, which fills the square: Teams rounds the corners. */
export const drawColour = (): Picture =>
  draw(192, (cover) => {
    const [red, green, blue] = accent.map((value, channel) =>
      Math.round(value + ((white[channel] ?? 0) - value) * cover),
    );
    return [red ?? 0, green ?? 0, blue ?? 0, 255];
  });

/** A white § on nothing. */
export const drawOutline = (): Picture => draw(32, (cover) => [...white, Math.round(cover * 255)]);
