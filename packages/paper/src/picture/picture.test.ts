import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boxMean } from './box-mean.js';
import { cover } from './cover.js';
import { evenLight } from './even-light.js';
import { lumaOf } from './luma-of.js';
import type { Luma } from './picture.js';
import { resize } from './resize.js';
import { sharpen } from './sharpen.js';
import { turn } from './turn.js';

const lumas: fc.Arbitrary<Luma> = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((data) => ({ width, height, data })),
  );
const flat = (value: number): Luma => ({ width: 6, height: 5, data: new Uint8Array(30).fill(value) });

it('brightness is white where a pixel is transparent, and grey stays grey', () => {
  const pixels = [255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0, 128, 128, 128, 255];
  const { data } = lumaOf({ width: 2, height: 2, data: Uint8Array.from(pixels) });
  expect([...data]).toEqual([255, 0, 255, 128]);
});

describe('boxMean', () => {
  it('is the mean of the square around each pixel, as far as there are pixels', () => {
    fc.assert(
      fc.property(lumas, fc.integer({ min: 1, max: 14 }), (luma, radius) => {
        const mean = boxMean(luma, radius);
        const rowMean = (y: number, x: number) =>
          around(x, luma.width, (at) => luma.data[y * luma.width + at]);
        const around = (at: number, count: number, value: (place: number) => number | undefined) => {
          const places = Array.from({ length: count }, (_, i) => i).filter((i) => Math.abs(i - at) <= radius);
          return places.reduce((sum, i) => sum + (value(i) as number), 0) / places.length;
        };
        for (let y = 0; y < luma.height; y += 1) {
          for (let x = 0; x < luma.width; x += 1) {
            const expected = around(y, luma.height, (row) => rowMean(row, x));
            expect(mean[y * luma.width + x]).toBeCloseTo(expected, 2);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a picture that is prepared', () => {
  it('keeps its size, or has the size that was asked for', () => {
    fc.assert(
      fc.property(lumas, fc.constantFrom(0.3, 0.5, 0.7, 1, 1.6), (luma, scale) => {
        const { width, height, data } = resize(luma, scale);
        expect([width, height]).toEqual(
          [luma.width, luma.height].map((side) => Math.max(2, Math.round(side * scale))),
        );
        expect(data).toHaveLength(width * height);
        for (const same of [evenLight(luma, 3), sharpen(luma, 2, 2)]) {
          expect([same.width, same.height, same.data.length]).toEqual([
            luma.width,
            luma.height,
            luma.data.length,
          ]);
        }
        expect(turn(luma, 0)).toMatchObject({ width: luma.width, height: luma.height });
      }),
      { numRuns: 100 },
    );
  });

  it('without contrast stays without', () => {
    for (const scale of [0.5, 1.6]) expect(new Set(resize(flat(90), scale).data)).toEqual(new Set([90]));
    expect(new Set(sharpen(flat(90), 2, 3).data)).toEqual(new Set([90]));
    expect(new Set(evenLight(flat(90), 3).data)).toEqual(new Set([128]));
  });

  it('has the same contrast in the shade as in the light', () => {
    const stripes = Uint8Array.from(
      { length: 40 },
      (_, at) => (at < 20 ? 40 : 200) + (at % 2) * (at < 20 ? 10 : 50),
    );
    const { data } = evenLight({ width: 40, height: 1, data: stripes }, 3);
    const step = (at: number) => (data[at + 1] as number) - (data[at] as number);
    expect(step(8)).toBeGreaterThan(60);
    expect(Math.abs(step(8) - step(30))).toBeLessThan(60);
  });

  it('turned by a right angle has its columns as rows', () => {
    const luma = { width: 3, height: 3, data: Uint8Array.from([255, 255, 255, 10, 20, 30, 255, 255, 255]) };
    const { width, data } = turn(luma, 90);
    const middle = Math.floor((width - 1) / 2);
    expect(data[middle * width + middle]).toBeCloseTo(20, 0);
  });
});

describe('what is covered', () => {
  const dark: Luma = { width: 6, height: 5, data: new Uint8Array(30) };
  const corners = [
    { x: 1, y: 0 },
    { x: 4, y: 1 },
    { x: 3, y: 4 },
    { x: 0, y: 3 },
  ];
  const rows = ({ width, data }: Luma) =>
    Array.from({ length: data.length / width }, (_, y) =>
      [...data.slice(y * width, (y + 1) * width)].map((value) => (value === 255 ? '#' : '.')).join(''),
    );
  const expected = ['.#....', '.####.', '.###..', '####..', '...#..'];

  it('is white, and nothing else is, whichever way round its corners are', () => {
    expect(rows(cover(dark, corners))).toEqual(expected);
    expect(rows(cover(dark, corners.toReversed()))).toEqual(expected);
    expect(new Set(dark.data)).toEqual(new Set([0]));
  });

  it('may reach beyond the picture', () => {
    const wide = [
      { x: -9, y: -9 },
      { x: 99, y: -9 },
      { x: 99, y: 1.4 },
      { x: -9, y: 1.4 },
    ];
    expect(rows(cover(dark, wide))).toEqual(['######', '######', '......', '......', '......']);
  });
});
