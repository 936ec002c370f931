import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { bytes, literal, text } from '../codec/scalars.js';
import { list, record } from '../codec/structures.js';
import type { BundleTrust } from './bundle-content.js';
import { maxHeader, maxHops, maxPart } from './limits.js';

type Attested = Extract<BundleTrust, { mode: 'attested' }>;
type Sealed = Extract<BundleTrust, { mode: 'sealed' }>;

const attested = record<Attested>({ mode: literal('attested'), statement: text(maxPart) });
const hops = list(bytes(maxHeader));
const sealed = record<Sealed>({ mode: literal('sealed'), hops: { write: writeHops, read: readHops } });

function writeHops(value: Uint8Array[], path: string): unknown {
  requireFew(value, path);
  return hops.write(value, path);
}

function readHops(raw: unknown, path: string): Uint8Array[] {
  requireFew(raw, path);
  return hops.read(raw, path);
}

function requireFew(raw: unknown, path: string): void {
  if (Array.isArray(raw) && raw.length > maxHops) throw wrongShape(path, `an array of at most ${maxHops}`);
}

/** One of the two ways in which a header is believed, told apart by `mode`. */
export const trustCodec: Codec<BundleTrust> = {
  write: (value, path) => (value.mode === 'sealed' ? sealed.write(value, path) : attested.write(value, path)),
  read(raw, path) {
    const mode = typeof raw === 'object' && raw !== null && 'mode' in raw ? raw.mode : undefined;
    return mode === 'sealed' ? sealed.read(raw, path) : attested.read(raw, path);
  },
};
