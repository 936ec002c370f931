import type { Luma } from './picture.js';

export interface Point {
  x: number;
  y: number;
}

/** A copy of a picture in which a convex quadrangle is white. */
export function cover({ width, height, data }: Luma, corners: readonly Point[]): Luma {
  const covered = Uint8Array.from(data);
  const [left, right] = range(corners, ({ x }) => x, width);
  const [top, bottom] = range(corners, ({ y }) => y, height);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (isWithin({ x, y }, corners)) covered[y * width + x] = 255;
    }
  }
  return { width, height, data: covered };
}

function range(corners: readonly Point[], place: (corner: Point) => number, size: number): [number, number] {
  const places = corners.map(place);
  return [Math.max(0, Math.floor(Math.min(...places))), Math.min(size, Math.ceil(Math.max(...places)) + 1)];
}

/** On the same side of every edge, whichever way round the corners are. */
function isWithin({ x, y }: Point, corners: readonly Point[]): boolean {
  const sides = corners.map((from, at) => {
    const to = corners[(at + 1) % corners.length] as Point;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}
