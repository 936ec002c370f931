import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeQR } from 'qr/decode.js';
import { qrPath } from './qr-path.js';

/** The picture that a browser draws of it, with some pixels for each module. */
function draw({ side, path }: ReturnType<typeof qrPath>, scale = 4) {
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * width + Number(x) * scale) * 4;
      for (let at = start; at < start + Number(length) * scale * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width, height: width, data };
}

describe('qrPath', () => {
  it('draws what readers read, at every error correction', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme-ascii' }),
        fc.constantFrom('low' as const, 'medium' as const, 'quartile' as const, 'high' as const),
        (text, errorCorrection) => {
          expect(decodeQR(draw(qrPath(text, errorCorrection)))).toBe(text);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leaves four modules of white on every side', () => {
    const { side, path } = qrPath('openid4vp://authorize', 'medium');
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Number(x) + Number(length)).toBeLessThanOrEqual(side - 4);
      expect(Number(y)).toBeLessThan(side - 4);
    }
  });

  it('draws nothing twice: modules that touch in a row are one piece', () => {
    const { path } = qrPath('A', 'low');
    const pieces = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) =>
      [x, y, length].map(Number),
    );
    for (const [x = 0, y, length = 0] of pieces) {
      expect(pieces.some(([other, row]) => row === y && other === x + length)).toBe(false);
    }
  });

  it('refuses what fits into no code', () => {
    expect(() => qrPath('x'.repeat(3000), 'medium')).toThrow();
  });
});
