import type { ConsensusProtocol } from '../../trust/trust-anchor.js';
import type { BlockHeader } from '../decode-header.js';
import { sealError } from './seal-error.js';

/** “ctical byzantine fault tolerance”, which Istanbul protocols put in the place of a proof of work. */
const bftMixHash = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365';
const noNonce = '0x0000000000000000';
/** keccak-256 of the RLP of an empty list. */
const noOmmers = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347';

/**
 * Checks the header fields that a BFT protocol fixes (proofs.md §3).
 * @throws EslabonError BUNDLE_SEALS
 */
export function checkBftFields(protocol: ConsensusProtocol, header: BlockHeader): void {
  const { mixHash, difficulty, nonce, sha3Uncles } = header.fields;
  if (header.number === 0) {
    throw sealError(protocol, header, { reason: 'genesis', says: 'a genesis block carries no seals' });
  }
  if (mixHash !== bftMixHash) {
    throw sealError(protocol, header, { reason: 'mixHash', says: `its mixHash is ${mixHash}` });
  }
  if (BigInt(difficulty) !== 1n) {
    throw sealError(protocol, header, {
      reason: 'difficulty',
      says: `its difficulty is ${difficulty}, not 1`,
    });
  }
  if (protocol === 'ibft2' && nonce !== noNonce) {
    throw sealError(protocol, header, { reason: 'nonce', says: `its nonce is ${nonce}, not zero` });
  }
  if (protocol === 'ibft2' && sha3Uncles !== noOmmers) {
    throw sealError(protocol, header, {
      reason: 'ommers',
      says: `its ommers hash ${sha3Uncles} is not that of none`,
    });
  }
}
