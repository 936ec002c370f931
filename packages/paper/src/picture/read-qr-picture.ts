import { decodeQR } from 'qr/decode.js';
import { attempts } from './attempts.js';
import { cover, type Point } from './cover.js';
import { looksSecured } from './looks-secured.js';
import { lumaOf } from './luma-of.js';
import type { Luma, Picture } from './picture.js';
import { resize } from './resize.js';

/** Longest side that the decoder takes, and that which a photo is brought to for all attempts but the first. */
const [decodable, workable] = [4096, 2000];

/** Milliseconds of one search, which are few: most codes are found at once, or with another preparation. */
const searchTime = 800;

/** Codes of other things in one picture that are passed over. */
const mostOthers = 4;

export interface ReadQrOptions {
  /** Milliseconds after which nothing further is tried; what has begun goes on for a second or so. */
  patience: number;
  /** What the time is, in milliseconds. */
  now?: () => number;
}

/**
 * The text of the QR code in a picture that may be a certificate, or `null`: the code of a waybill beside it, or in its
 * place, is none that is looked for. Where a plain search finds none, the picture is prepared in other ways: sharpened,
 * turned, evenly lit, larger, smaller. Runs wherever JavaScript does.
 */
export function readQrPicture(
  picture: Picture,
  { patience, now = () => performance.now() }: ReadQrOptions,
): string | null {
  const until = now() + patience;
  /** Looks for it beside what else is found, and answers with what is left when that is covered. */
  const look = (prepared: Luma, most: number): { text: string | null; rest: Luma } => {
    let [rest, left] = [prepared, most];
    for (let passed = 0; left > 0 && passed <= mostOthers; passed += 1) {
      const found = search(rest, left);
      if (found === null) break;
      if (looksSecured(found.text)) return { text: found.text, rest };
      rest = cover(rest, found.corners);
      left = until - now();
    }
    return { text: null, rest };
  };

  const whole = within(lumaOf(picture), decodable);
  const { text: first, rest } = look(whole, patience);
  if (first !== null) return first;
  const luma = within(rest, workable);
  for (const prepare of luma === rest ? attempts.slice(1) : attempts) {
    const left = until - now();
    if (left <= 0) return null;
    const { text } = look(prepare(luma), left);
    if (text !== null) return text;
  }
  return null;
}

function within(luma: Luma, longest: number): Luma {
  const side = Math.max(luma.width, luma.height);
  return side <= longest ? luma : resize(luma, longest / side);
}

function search(luma: Luma, left: number): { text: string; corners: readonly Point[] } | null {
  let corners: readonly Point[] = [];
  try {
    const text = decodeQR(luma, {
      // A format of planes begins with the brightness, and the rest is not looked at.
      ...({ format: 'I420', effort: 64, timeLimit: Math.min(searchTime, left) } as const),
      pointsOnDetect: ({ outline }) => {
        corners = outline;
      },
    });
    // An empty text is what noise now and then decodes to.
    return text === '' ? null : { text, corners };
  } catch {
    return null;
  }
}
