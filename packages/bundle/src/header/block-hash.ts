import type { Hash } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import type { ConsensusProtocol } from '../trust/trust-anchor.js';
import type { BlockHeader } from './decode-header.js';
import { encodeHeader } from './encode-header.js';
import { extraDataItems } from './extra-data/extra-data-items.js';
import { extraDataForms } from './extra-data/forms.js';
import { readExtraData } from './extra-data/read-extra-data.js';
import { withExtraData } from './extra-data/with-extra-data.js';

/**
 * The hash by which a chain names a block: keccak-256 of the header, without seals and round where a BFT protocol makes
 * the blocks (proofs.md §3), so that it does not depend on who sealed it in which round. A genesis block is hashed as it
 * is.
 * @param protocol as {@link protocolAt} tells for the block; undefined where headers are plainly hashed.
 * @throws EslabonError HEADER_MALFORMED when the extra data are not the protocol's.
 */
export function blockHash(protocol: ConsensusProtocol | undefined, header: BlockHeader): Hash {
  return toHex(keccak256(hashedForm(protocol, header)));
}

function hashedForm(protocol: ConsensusProtocol | undefined, header: BlockHeader): Uint8Array {
  if (protocol === undefined || header.number === 0) return encodeHeader(header.fields);
  const items = extraDataItems(protocol, readExtraData(protocol, header));
  return withExtraData(header, extraDataForms[protocol].hashed(items));
}
