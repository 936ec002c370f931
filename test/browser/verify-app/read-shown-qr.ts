import type { Browser, Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';

/** Reads the QR code on the screen as a camera would: from what is seen of it, not from what it was made of. */
export async function readShownQr(page: Page): Promise<string> {
  const picture = await page.locator('.qr-code').screenshot();
  const blank = await (page.context().browser() as Browser).newPage();
  try {
    const { width, height, base64 } = await blank.evaluate<Pixels>(
      pixelsOf(`data:image/png;base64,${picture.toString('base64')}`),
    );
    return decodeQR({ width, height, data: new Uint8ClampedArray(Buffer.from(base64, 'base64')) });
  } finally {
    await blank.close();
  }
}

interface Pixels {
  width: number;
  height: number;
  base64: string;
}

const pixelsOf = (address: string) => `(async () => {
  const image = new Image();
  image.src = ${JSON.stringify(address)};
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return { width, height, base64: btoa(text) };
})()`;
