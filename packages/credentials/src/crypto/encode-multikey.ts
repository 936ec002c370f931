import type { JoseKey } from './jose-key.js';
import { multicodecPrefixes } from './multicodec.js';

/** Multikey bytes: the multicodec prefix followed by the key (Controlled Identifiers 1.0 §2.2.2). */
export function encodeMultikey({ algorithm, bytes }: JoseKey): Uint8Array {
  return Uint8Array.from([...multicodecPrefixes[algorithm], ...bytes]);
}
