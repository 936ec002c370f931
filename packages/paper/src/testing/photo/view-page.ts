import { between } from '../../picture/between.js';
import type { Luma } from '../../picture/picture.js';

/** Where the camera stands before the page. */
export interface View {
  /** Of the photo, in pixels. */
  width: number;
  height: number;
  /** Degrees that the page is turned in its plane. */
  turn: number;
  /** Degrees that its upper edge leans away. */
  tilt: number;
  /** Degrees that its right edge leans away. */
  swing: number;
  /** How much of the photo's width the page would fill if it lay straight. */
  fill: number;
  /** What of the page is in the middle of the photo: parts of its width from the left, of its height from above. */
  aim: readonly [across: number, along: number];
}

type Vector = readonly [number, number, number];

const focal = 1.2;

/** A page of paper seen by a pinhole camera, on a dark desk: perspective and all. */
export function viewPage(page: Luma, view: View): Luma {
  const { width, height } = view;
  const [right, down, away] = axes(view);
  const distance = focal / view.fill;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const rayY = (y + 0.5 - height / 2) / width;
    for (let x = 0; x < width; x += 1) {
      const rayX = (x + 0.5) / width - 0.5;
      // How far along its ray a pixel meets the plane of the page, and where on the page that is.
      const reach = (distance * away[2]) / (rayX * away[0] + rayY * away[1] + focal * away[2]);
      const across = reach * (rayX * right[0] + rayY * right[1] + focal * right[2]) - distance * right[2];
      const along = reach * (rayX * down[0] + rayY * down[1] + focal * down[2]) - distance * down[2];
      const column = (across + view.aim[0]) * page.width - 0.5;
      const row = along * page.width + view.aim[1] * page.height - 0.5;
      data[y * width + x] = sample(page, column, row);
    }
  }
  return { width, height, data };
}

/** The page's own axes in the camera's space, and the direction that it faces away from. */
function axes({ turn, tilt, swing }: View): [Vector, Vector, Vector] {
  const [a, b, c] = [turn, tilt, swing].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const rotate = ([x, y, z]: Vector): Vector => {
    const [x1, y1] = [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
    const [y2, z2] = [y1 * Math.cos(b) + z * Math.sin(b), z * Math.cos(b) - y1 * Math.sin(b)];
    return [x1 * Math.cos(c) - z2 * Math.sin(c), y2, x1 * Math.sin(c) + z2 * Math.cos(c)];
  };
  return [rotate([1, 0, 0]), rotate([0, 1, 0]), rotate([0, 0, 1])];
}

const desk = 70;

function sample(page: Luma, x: number, y: number): number {
  return x < 0 || y < 0 || x >= page.width - 1 || y >= page.height - 1 ? desk : between(page, x, y);
}
