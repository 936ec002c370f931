import type { Hash, Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import type { RlpItem } from '../rlp/rlp-item.js';
import { readRlpScalar } from '../rlp/rlp-scalar.js';
import type { HeaderField } from './header-fields.js';
import { headerFields, requiredFieldCount } from './header-fields.js';
import type { RpcBlock } from './rpc-block.js';

/** A header as its bytes say. Its hash depends on the chain's protocol: {@link blockHash} gives it. */
export interface BlockHeader {
  parentHash: Hash;
  stateRoot: Hash;
  number: number;
  /** Unix seconds. */
  timestamp: number;
  /** Every field, in the form of `eth_getBlockByNumber`. */
  fields: RpcBlock;
}

/**
 * Reads the RLP of a block header: 15 fields and those of later forks, each of its exact size.
 * @throws EslabonError HEADER_MALFORMED
 */
export function decodeHeader(rlp: Uint8Array): BlockHeader {
  const items = decodeItems(rlp);
  const values: Partial<Record<keyof RpcBlock, Hex>> = {};
  for (const [position, item] of items.entries()) {
    const field = headerFields[position] as HeaderField;
    values[field.name] = readField(field, item);
  }
  const fields = values as RpcBlock;
  return {
    parentHash: fields.parentHash as Hash,
    stateRoot: fields.stateRoot as Hash,
    number: readInteger('number', fields.number),
    timestamp: readInteger('timestamp', fields.timestamp),
    fields,
  };
}

function decodeItems(rlp: Uint8Array): readonly RlpItem[] {
  let items: RlpItem;
  try {
    items = rlpDecode(rlp);
  } catch (cause) {
    throw new EslabonError('HEADER_MALFORMED', 'The block header is not canonical RLP.', { cause });
  }
  if (items instanceof Uint8Array) {
    throw new EslabonError('HEADER_MALFORMED', 'The block header is not an RLP list.');
  }
  if (items.length < requiredFieldCount || items.length > headerFields.length) {
    throw new EslabonError(
      'HEADER_MALFORMED',
      `The block header has ${items.length} fields; known are ${requiredFieldCount} to ${headerFields.length}.`,
    );
  }
  return items;
}

function readField({ name, size }: HeaderField, item: RlpItem): Hex {
  if (!(item instanceof Uint8Array)) {
    throw new EslabonError('HEADER_MALFORMED', `The block header's ${name} is a list.`);
  }
  if (size === 'scalar') return readScalar(name, item);
  if (size !== 'data' && item.length !== size) {
    throw new EslabonError(
      'HEADER_MALFORMED',
      `The block header's ${name} has ${item.length} bytes instead of ${size}.`,
    );
  }
  return toHex(item);
}

function readScalar(name: string, item: Uint8Array): Hex {
  try {
    return `0x${readRlpScalar(item).toString(16)}`;
  } catch (cause) {
    throw new EslabonError('HEADER_MALFORMED', `The block header's ${name} is not a number.`, { cause });
  }
}

function readInteger(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new EslabonError('HEADER_MALFORMED', `The block header's ${name} ${value} is too large.`);
  }
  return number;
}
