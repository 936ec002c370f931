import type { Address, Hash, Hex } from '@eslabon/core';
import type { DidDocument } from '../document/did-document.js';
import type { EthrEvent } from '../ethr/ethr-event.js';
import { parseEthrIdentity } from '../ethr/parse-ethr-identity.js';
import { parseDid } from '../syntax/parse-did.js';

export const address = '0xf3beac30c498d9e26865f34fcaa57dbb935b0d74';
export const checksummed = '0xF3beAC30C498D9E26865F34fCAa57dBB935b0D74';
export const did = `did:ethr:0x9e55c:${address}`;
export const network = { chainId: 648_540 };
export const identity = parseEthrIdentity(parseDid(did), network);
export const other: Address = `0x${'11'.repeat(20)}`;
export const nobody: Address = `0x${'00'.repeat(20)}`;
const forever = 10n ** 12n;

export const hex = (text: string): Hex => `0x${Buffer.from(text).toString('hex')}`;
export const bytes32 = (text: string): Hash => `0x${hex(text).slice(2).padEnd(64, '0')}`;

/** Events one after the other: block 10 at 1,000 s, block 11 at 1,010 s, … */
type Change =
  | { owner: Address }
  | { type: string; delegate?: Address; validTo?: bigint }
  | { name: string; value: Hex; validTo?: bigint };

export function events(...changes: Change[]): EthrEvent[] {
  return changes.map((each, at): EthrEvent => {
    const place = { blockNumber: 10 + at, timestamp: 1_000 + 10 * at, previousChange: at === 0 ? 0 : 9 + at };
    if ('owner' in each) return { kind: 'owner', ...place, owner: each.owner };
    const { validTo = forever } = each;
    if ('type' in each) {
      return {
        kind: 'delegate',
        ...place,
        delegateType: bytes32(each.type),
        delegate: each.delegate ?? other,
        validTo,
      };
    }
    return { kind: 'attribute', ...place, name: bytes32(each.name), value: each.value, validTo };
  });
}

/** The verification methods besides that of the controller. */
export const methodsOf = ({ verificationMethod = [] }: DidDocument) => verificationMethod.slice(1);
