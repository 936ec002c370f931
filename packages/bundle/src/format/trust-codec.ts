import type { Codec } from '../codec/codec.js';
import { bytes, literal, text } from '../codec/scalars.js';
import { list, record } from '../codec/structures.js';
import type { BundleTrust } from './bundle-content.js';
import { maxHeader, maxHops, maxPart } from './limits.js';

type Attested = Extract<BundleTrust, { mode: 'attested' }>;
type Sealed = Extract<BundleTrust, { mode: 'sealed' }>;

const attested = record<Attested>({ mode: literal('attested'), statement: text(maxPart) });
const sealed = record<Sealed>({ mode: literal('sealed'), hops: list(bytes(maxHeader), 0, maxHops) });

/** One of the two ways in which a header is believed, told apart by `mode`. */
export const trustCodec: Codec<BundleTrust> = {
  write: (value, path) => (value.mode === 'sealed' ? sealed.write(value, path) : attested.write(value, path)),
  read(raw, path) {
    const mode = typeof raw === 'object' && raw !== null && 'mode' in raw ? raw.mode : undefined;
    return mode === 'sealed' ? sealed.read(raw, path) : attested.read(raw, path);
  },
};
