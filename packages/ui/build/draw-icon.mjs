import { crc32, deflateSync } from 'node:zlib';

/** Colours as [red, green, blue]. */
const ink = [0x12, 0x30, 0x3b];
const paper = [0xf4, 0xef, 0xe2];
const brass = [0xd9, 0xa4, 0x41];

/** Two links in a plane of 64 units: centre, half the length between the round ends, radius, half the stroke. */
const links = [
  { x: 24.5, colour: paper },
  { x: 39.5, colour: brass },
];
const halfSpan = 5.5;
const radius = 9;
const halfStroke = 3;
const gap = 2.5;

/**
 * Draws the two interlocked links of the app's icon as a PNG, with three samples in each direction of a pixel.
 * @param {number} size pixels
 * @param {{ maskable?: boolean }} options a maskable icon fills its square, and keeps to the middle of it
 */
export function drawIcon(size, { maskable = false } = {}) {
  const samples = 3;
  const scale = (maskable ? 80 : 64) / size;
  const shift = maskable ? -8 : 0;
  const pixels = Buffer.alloc((size * 4 + 1) * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < samples * samples; i++) {
        const x = (column + ((i % samples) + 0.5) / samples) * scale + shift;
        const y = (row + (Math.floor(i / samples) + 0.5) / samples) * scale + shift;
        const [r, g, b, a] = colourAt(x, y, maskable);
        sum[0] += r * a;
        sum[1] += g * a;
        sum[2] += b * a;
        sum[3] += a;
      }
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let c = 0; c < 3; c++) pixels[at + c] = sum[3] === 0 ? 0 : Math.round(sum[c] / sum[3]);
      pixels[at + 3] = Math.round((255 * sum[3]) / (samples * samples));
    }
  }
  return png(size, pixels);
}

function colourAt(x, y, maskable) {
  if (!maskable && roundedSquare(x, y) > 0) return [0, 0, 0, 0];
  const [left, right] = links.map((link) => Math.abs(distanceToLink(x, y, link.x)) - halfStroke);
  // Above the middle the left link lies over the right one, below it under it: that makes them interlock.
  const [over, under] = y < 32 ? [left, right] : [right, left];
  const [overColour, underColour] = y < 32 ? [paper, brass] : [brass, paper];
  if (over <= 0) return [...overColour, 1];
  if (over <= gap) return [...ink, 1];
  if (under <= 0) return [...underColour, 1];
  return [...ink, 1];
}

/** Distance to the middle of a link's stroke: a segment made round. */
function distanceToLink(x, y, centre) {
  const dx = Math.max(Math.abs(x - centre) - halfSpan, 0);
  return Math.hypot(dx, y - 32) - radius;
}

function roundedSquare(x, y) {
  const dx = Math.max(Math.abs(x - 32) - 18, 0);
  const dy = Math.max(Math.abs(y - 32) - 18, 0);
  return Math.hypot(dx, dy) - 14;
}

function png(size, pixels) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(pixels, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
