import { decodeQR } from 'qr/decode.js';
import { attempts } from './attempts.js';
import { lumaOf } from './luma-of.js';
import type { Luma, Picture } from './picture.js';
import { resize } from './resize.js';

/** Longest side that the decoder takes, and that which a photo is brought to for all attempts but the first. */
const [decodable, workable] = [4096, 2000];

/** Milliseconds of one search, which are few: most codes are found at once, or with another preparation. */
const searchTime = 800;

export interface ReadQrOptions {
  /** Milliseconds after which nothing further is tried; what has begun goes on for a second or so. */
  patience: number;
  /** What the time is, in milliseconds. */
  now?: () => number;
}

/**
 * The text of the first QR code in a picture, or `null`. Where a plain search finds none, the picture is prepared in
 * other ways: sharpened, turned, evenly lit, larger, smaller. Runs wherever JavaScript does.
 */
export function readQrPicture(
  picture: Picture,
  { patience, now = () => performance.now() }: ReadQrOptions,
): string | null {
  const until = now() + patience;
  const whole = within(lumaOf(picture), decodable);
  const first = search(whole, patience);
  if (first !== null) return first;
  const luma = within(whole, workable);
  for (const prepare of luma === whole ? attempts.slice(1) : attempts) {
    const left = until - now();
    if (left <= 0) return null;
    const text = search(prepare(luma), left);
    if (text !== null) return text;
  }
  return null;
}

function within(luma: Luma, longest: number): Luma {
  const side = Math.max(luma.width, luma.height);
  return side <= longest ? luma : resize(luma, longest / side);
}

function search(luma: Luma, left: number): string | null {
  const timeLimit = Math.min(searchTime, left);
  try {
    // A format of planes begins with the brightness, and the rest is not looked at.
    // An empty text is what noise now and then decodes to.
    return decodeQR(luma, { format: 'I420', effort: 64, timeLimit }) || null;
  } catch {
    return null;
  }
}
