import { toHex } from '../../bytes/hex.js';
import { rlpEncode } from '../../rlp/rlp-encode.js';
import type { RlpItem } from '../../rlp/rlp-item.js';
import type { BlockHeader } from '../decode-header.js';
import { encodeHeader } from '../encode-header.js';

/** RLP of the header with these items as extra data and every other field unchanged. */
export function withExtraData({ fields }: BlockHeader, items: readonly RlpItem[]): Uint8Array {
  return encodeHeader({ ...fields, extraData: toHex(rlpEncode(items)) });
}
