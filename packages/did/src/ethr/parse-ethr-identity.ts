import { type Address, EslabonError, lowerHex } from '@eslabon/core';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { didInvalid } from '../syntax/did-invalid.js';
import type { ParsedDid } from '../syntax/parsed-did.js';
import { checksumAddress } from './checksum-address.js';
import type { EthrIdentity, EthrNetwork } from './ethr-identity.js';

/**
 * Reads a did:ethr: an address or a compressed secp256k1 key, after the network where it is not `mainnet`.
 * @throws EslabonError DID_INVALID for what is neither, for a key that is not a point, and for an address in mixed case
 * that is not its EIP-55 checksum, because then a character is wrong; DID_METHOD_UNSUPPORTED for another network
 */
export function parseEthrIdentity(parsed: ParsedDid, network: EthrNetwork): EthrIdentity {
  const { did, id } = parsed;
  const [, name, key] = /^(?:(.*):)?(0x[0-9a-fA-F]{40}|0x[0-9a-fA-F]{66})$/.exec(id) ?? [];
  if (key === undefined) throw didInvalid(did, 'is not a did:ethr of an address or a public key');
  const { chainId } = network;
  if (![`0x${chainId.toString(16)}`, ...(network.names ?? [])].includes(name ?? 'mainnet')) {
    throw new EslabonError(
      'DID_METHOD_UNSUPPORTED',
      `The network of ${did.slice(0, 100)} is not resolved here.`,
      {
        hints: [`Resolved is did:ethr:0x${chainId.toString(16)}:….`],
      },
    );
  }
  if (key.length === 68) return { did, chainId, address: addressOf(did, key), publicKeyHex: key.slice(2) };
  const address = lowerHex(key);
  const isMixed = /[a-f]/.test(key.slice(2)) && /[A-F]/.test(key.slice(2));
  if (isMixed && checksumAddress(address) !== key)
    throw didInvalid(did, 'has an address with a wrong checksum');
  return { did, chainId, address, publicKeyHex: undefined };
}

function addressOf(did: string, key: string): Address {
  let point: Uint8Array;
  try {
    point = secp256k1.Point.fromHex(key.slice(2).toLowerCase()).toBytes(false);
  } catch (cause) {
    throw didInvalid(did, 'is not a did:ethr: it has no point of secp256k1', cause);
  }
  const hash = keccak_256(point.subarray(1));
  return `0x${[...hash.subarray(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
