import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

interface Plane {
  width: number;
  height: number;
  /** Brightness, one byte a pixel. */
  pixels: Uint8Array;
}

/** A PNG of a QR code with the text, with white around it. */
export function qrPng(text: string, pixelsPerModule = 4): Uint8Array {
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const side = modules.length * pixelsPerModule;
  return png(drawn(modules, { width: side, height: side }, pixelsPerModule));
}

/** A video of one picture, as Chromium takes for a camera: a QR code with the text in the middle of grey. */
export function qrVideo(text: string, width = 1280, height = 960): Uint8Array {
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const { pixels } = drawn(modules, { width, height }, Math.floor(height / modules.length));
  const chroma = new Uint8Array((width * height) / 2).fill(128);
  const ascii = (line: string) => Buffer.from(line, 'latin1');
  const frame = Buffer.concat([ascii('FRAME\n'), pixels, chroma]);
  return Buffer.concat([ascii(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

function drawn(modules: boolean[][], size: Omit<Plane, 'pixels'>, pixelsPerModule: number): Plane {
  const { width, height } = size;
  const pixels = new Uint8Array(width * height).fill(180);
  const left = Math.floor((width - modules.length * pixelsPerModule) / 2);
  const top = Math.floor((height - modules.length * pixelsPerModule) / 2);
  for (const [row, line] of modules.entries()) {
    for (const [column, isDark] of line.entries()) {
      for (let y = 0; y < pixelsPerModule; y++) {
        const start = (top + row * pixelsPerModule + y) * width + left + column * pixelsPerModule;
        pixels.fill(isDark ? 16 : 235, start, start + pixelsPerModule);
      }
    }
  }
  return { width, height, pixels };
}

/** Greyscale PNG (RFC 2083) of 8 bits. */
function png({ width, height, pixels }: Plane): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
