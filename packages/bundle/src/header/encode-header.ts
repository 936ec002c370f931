import { EslabonError } from '@eslabon/core';
import { fromHex } from '../bytes/hex.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { rlpScalar } from '../rlp/rlp-scalar.js';
import type { HeaderField } from './header-fields.js';
import { headerFields, requiredFieldCount } from './header-fields.js';
import type { RpcBlock } from './rpc-block.js';

/**
 * RLP of a block header, from the JSON of `eth_getBlockByNumber`: public networks offer no call for the raw header.
 * Whoever uses it compares the keccak-256 of the result with the block's hash.
 * @throws EslabonError HEADER_MALFORMED when a field is missing, is not hexadecimal, has a wrong size, or belongs to a
 * fork without those before it.
 */
export function encodeHeader(block: RpcBlock): Uint8Array {
  const values: Uint8Array[] = [];
  for (const [position, field] of headerFields.entries()) {
    const value = block[field.name] ?? undefined;
    if (value === undefined) {
      if (position < requiredFieldCount) throw malformed(field, 'is missing');
      continue;
    }
    if (values.length !== position) throw malformed(field, 'is there without the field of an earlier fork');
    values.push(encodeField(field, value));
  }
  return rlpEncode(values);
}

function encodeField(field: HeaderField, value: unknown): Uint8Array {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]*$/.test(value)) {
    throw malformed(field, `is ${JSON.stringify(value)?.slice(0, 80)}, not hexadecimal with 0x`);
  }
  if (field.size === 'scalar') {
    if (value.length < 3 || value.length > 66)
      throw malformed(field, `is “${value.slice(0, 80)}”, no number`);
    return rlpScalar(BigInt(value));
  }
  if (value.length % 2 !== 0) throw malformed(field, 'has half a byte');
  const bytes = fromHex(value);
  if (field.size !== 'data' && bytes.length !== field.size) {
    throw malformed(field, `has ${bytes.length} bytes instead of ${field.size}`);
  }
  return bytes;
}

function malformed(field: HeaderField, reason: string): EslabonError {
  return new EslabonError('HEADER_MALFORMED', `The block header's ${field.name} ${reason}.`);
}
