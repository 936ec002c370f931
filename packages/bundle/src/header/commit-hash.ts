import type { Hash } from '@eslabon/core';
import { toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import type { ConsensusProtocol } from '../trust/trust-anchor.js';
import type { BlockHeader } from './decode-header.js';
import { extraDataItems } from './extra-data/extra-data-items.js';
import { extraDataForms } from './extra-data/forms.js';
import { readExtraData } from './extra-data/read-extra-data.js';
import { withExtraData } from './extra-data/with-extra-data.js';

/**
 * The hash that validators sign to seal a header (proofs.md §3). The round counts, the seals do not: a header that is
 * yet without seals has the same.
 * @throws EslabonError HEADER_MALFORMED when the extra data are not the protocol's.
 */
export function commitHash(protocol: ConsensusProtocol, header: BlockHeader): Hash {
  const items = extraDataItems(protocol, readExtraData(protocol, header));
  return toHex(keccak256(withExtraData(header, extraDataForms[protocol].signed(items))));
}
