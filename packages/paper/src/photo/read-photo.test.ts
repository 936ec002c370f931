import { EslabonError } from '@eslabon/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { paperCode } from '../code/paper-code.js';
import { codeAim } from '../page/layout.js';
import { renderPaper } from '../page/render-paper.js';
import type { Luma } from '../picture/picture.js';
import { readQrPicture } from '../picture/read-qr-picture.js';
import { openPdf } from '../testing/pdf/open-pdf.js';
import { rgbaOf } from '../testing/photo/rgba-of.js';
import { sheetOf } from '../testing/photo/sheet-of.js';
import { plainShot, type Shot, takePhoto } from '../testing/photo/take-photo.js';
import { readPhotos } from '../testing/photo/take-photos.js';
import { sampleCredential, samplePrinting, sampleTerms } from '../testing/sample.js';
import { decodeJpeg } from './decode-jpeg.js';
import { decodePng } from './decode-png.js';
import { photoLimits } from './limits.js';
import { readPhoto } from './read-photo.js';

const refused = (code: string) => expect.objectContaining({ name: 'EslabonError', code });

const [usual, longest] = [0, 1];
const aim = codeAim;

/** What photos are of, a certificate of usual length or the longest that is allowed, and how they are taken. */
const shots: [string, number, Partial<Shot>][] = [
  ['from straight above', usual, {}],
  ['of the longest certificate', longest, {}],
  ['from below, at 30°', usual, { aim, tilt: 30 }],
  ['from the side, at 30°', usual, { aim, swing: 30 }],
  ['at 25° both ways, askew', usual, { aim, tilt: 25, swing: 20, turn: 12 }],
  ['of the longest certificate, at 20° both ways', longest, { aim, tilt: 20, swing: 20, fill: 1.1 }],
  ['that stands on its corner', usual, { aim, turn: 45 }],
  ['that lies on its side, upside down', usual, { aim, turn: 100 }],
  ['turned round', longest, { aim, turn: 180 }],
  ['out of focus', usual, { aim, blur: 2 }],
  ['of the longest certificate, out of focus', longest, { aim, blur: 1 }],
  ['in bad light', usual, { aim, shade: 0.6, noise: 35 }],
  ['of little quality', usual, { aim, quality: 20 }],
  ['from afar', usual, { aim, fill: 0.65 }],
  ['at an angle, blurred, in bad light', usual, { aim, tilt: 20, swing: -15, turn: 20, blur: 2, shade: 0.5 }],
  [
    'of seven million pixels, the same',
    usual,
    { width: 2250, height: 3000, aim, tilt: 20, swing: 15, turn: -20, blur: 3, shade: 0.5, quality: 60 },
  ],
];

describe('a photo of a page', () => {
  const expected: string[] = [];
  const found: (string | undefined)[] = [];
  beforeAll(async () => {
    const read = async (page: number, names: string[]) => {
      const credential = sampleCredential(...names);
      const code = await paperCode({ credential, ...samplePrinting });
      const request = { credential, code, language: 'es', terms: sampleTerms, date: new Date(0) } as const;
      const { picture } = await openPdf(await renderPaper(request), 1654);
      const wanted = shots.filter(([, of]) => of === page).map(([, , shot]) => ({ ...plainShot, ...shot }));
      const texts = await readPhotos(picture, wanted);
      expected[page] = code.text;
      for (const [at, [, of]] of shots.entries()) if (of === page) found[at] = texts.shift();
    };
    await Promise.all([read(usual, []), read(longest, ['W'.repeat(256), 'M'.repeat(222)])]);
  }, 240_000);

  it.each(shots.map(([what, page], at) => [what, page, at] as const))('%s is read', (_what, page, at) => {
    expect(found[at]).toBe(expected[page]);
  });
});

describe('readPhoto', () => {
  const grey = (side: number, value: number) => new Uint8Array(4 * side * side).fill(value);
  const pngOf = (sheet: Luma): Buffer => {
    const { width, height, data } = rgbaOf(sheet);
    const png = new PNG({ width, height });
    png.data.set(data);
    return PNG.sync.write(png);
  };

  it('reads PNG as it reads JPEG, and what is transparent as white', () => {
    const sheet = sheetOf('AEO1:HELLO', 210);
    expect(readPhoto(pngOf(sheet))).toBe('AEO1:HELLO');
    const png = new PNG({ width: sheet.width, height: sheet.height });
    for (const [at, value] of sheet.data.entries()) png.data.set([0, 0, 0, 255 - value], 4 * at);
    expect(readPhoto(PNG.sync.write(png))).toBe('AEO1:HELLO');
  });

  it('says when there is no code', () => {
    const photo = encode({ width: 60, height: 60, data: grey(60, 200) }, 80).data;
    expect(() => readPhoto(new Uint8Array(photo))).toThrow(refused('QR_NOT_FOUND'));
  });

  /** A sheet with a certificate's code on it, and other codes that are drawn beside it. */
  const among = (...others: [text: string, x: number, y: number, size: number][]): Luma => {
    const { width, height, data } = sheetOf('AEO1:HELLO', 620);
    const sheet = { width, height, data: Uint8Array.from(data) };
    for (const [text, left, top, size] of others) {
      for (const [y, row] of encodeQR(text, 'raw', { ecc: 'low', border: 4 }).entries()) {
        for (const [x, isDark] of row.entries()) {
          for (let at = 0; at < size * size; at += 1) {
            const place = (top + y * size + Math.floor(at / size)) * width + left + x * size + (at % size);
            sheet.data[place] = isDark ? 0 : 255;
          }
        }
      }
    }
    return sheet;
  };
  /** What is read, by a clock that goes on by so many milliseconds each time it is looked at, and how often it was. */
  const readAtPace = (sheet: Luma, pace: number) => {
    let asked = 0;
    const now = () => pace * asked++;
    return [readQrPicture(rgbaOf(sheet), { patience: 8_000, now }), asked];
  };
  const waybill = 'https://carrier.example/waybill/12345';

  it.each<[string, Parameters<typeof among>]>([
    ['a waybill above', [[waybill, 10, 10, 8]]],
    ['a larger one', [[waybill, 10, 10, 10]]],
    [
      'two more',
      [
        [waybill, 10, 10, 6],
        ['WIFI:S:border;;', 330, 10, 7],
      ],
    ],
  ])('finds the certificate with %s', (_what, others) => {
    const sheet = among(...others);
    // One of the others is what a search that stops at the first code finds.
    expect(decodeQR(sheet, { format: 'I420', effort: 64, timeLimit: 800 })).not.toMatch(/^AEO1:/);
    expect(readAtPace(sheet, 1)).toEqual(['AEO1:HELLO', expect.any(Number)]);
  });

  it('finds nothing where no code is a certificate’s', () => {
    const { width, height, data } = among([waybill, 10, 10, 8]);
    // It begins, finds the waybill, looks beside it, and its time is over.
    const onlyAbove = { width, height, data: data.fill(255, 340 * width) };
    expect(readAtPace(onlyAbove, 4_000)).toEqual([null, 3]);
  });

  it.each(['AEO1:HELLO', 'eyJhbGciOiJFUzI1NiJ9.e30.AA', '0oRDoQEmoEFBQUE', '{"id": "data:"}'])(
    'takes %s without looking any further',
    (text) => {
      const { width, height, data } = among([text, 10, 10, 8]);
      expect(readAtPace({ width, height, data: data.fill(255, 340 * width) }, 1_000)).toEqual([text, 1]);
    },
  );

  it('looks no longer than it is told', () => {
    let asked = 0;
    const now = () => 1_000 * asked++;
    const picture = { width: 100, height: 100, data: grey(100, 255) };
    expect(readQrPicture(picture, { patience: 2_500, now })).toBeNull();
    expect(asked).toBe(4);
  });

  const png = new Uint8Array(pngOf(sheetOf('AEO1:HELLO', 210)));
  const jpeg = takePhoto(sheetOf('AEO1:HELLO', 210), { ...plainShot, width: 200, height: 280 });
  const changed = (bytes: Uint8Array, at: number, ...put: number[]) => {
    const copy = Uint8Array.from(bytes);
    copy.set(put, at);
    return copy;
  };
  const scans = (count: number) =>
    Uint8Array.from([0xff, 0xd8, ...Array.from({ length: count }, () => [0xff, 0xda, 0, 2]).flat()]);

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('AEO1:')],
    ['a GIF', new TextEncoder().encode('GIF89a')],
    ['the first bytes of a JPEG', Uint8Array.from([0xff, 0xd8, 0xff])],
    ['a JPEG with a scan too many', scans(65)],
    ['the first bytes of a PNG', png.slice(0, 20)],
    ['half a PNG', png.slice(0, png.length / 2)],
    ['a PNG as large as a house', changed(png, 16, 0, 0, 255, 255, 0, 0, 255, 255)],
    ['an interlaced PNG', changed(png, 28, 1)],
    ['a photo over the limit', changed(new Uint8Array(photoLimits.bytes + 1), 0, 0xff, 0xd8, 0xff)],
  ])('does not read %s', (_what, bytes) => {
    expect(() => readPhoto(bytes)).toThrow(refused('PICTURE_UNREADABLE'));
  });

  it('throws nothing but EslabonError at damaged pictures', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(png, jpeg),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        (file, place, byte, isCut) => {
          const at = place % file.length;
          try {
            const decode = file === png ? decodePng : decodeJpeg;
            const { width, height, data } = decode(isCut ? file.slice(0, at) : changed(file, at, byte));
            expect(data).toHaveLength(4 * width * height);
          } catch (error) {
            expect(error).toBeInstanceOf(EslabonError);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
