import type { BlockHeader, RpcBlock } from '@eslabon/bundle';
import { commitHash, decodeHeader, encodeHeader } from '@eslabon/bundle';
import type { Hash } from '@eslabon/core';
import { hexToBytes } from 'viem';
import type { TestAccount } from '../keys/test-account.js';
import { dressHeader } from './dress-header.js';
import type { HeaderSeal } from './header-seal.js';
import { toHighS } from './to-high-s.js';

/**
 * Wraps a block in a header of a BFT protocol, sealed as told (proofs.md §3): state root, transactions, time and parent
 * stay what they are. Pure; the same block and seal give the same header, bit for bit.
 * @param block header fields as `eth_getBlockByNumber` has them; further members are kept
 */
export async function sealHeader<Block extends RpcBlock>(block: Block, seal: HeaderSeal) {
  const { protocol, signers, sealedRound: round = seal.round } = seal;
  const unsealed = headerOf(dressHeader(block, { ...seal, round }));
  const hash = commitHash(protocol, unsealed);
  const seals = await Promise.all(signers.map((signer) => commitSeal(signer, hash)));
  return dressHeader(block, seal, seal.highS ? seals.map(toHighS) : seals);
}

function headerOf(block: RpcBlock): BlockHeader {
  return decodeHeader(encodeHeader(block));
}

/** r(32) ‖ s(32) ‖ v(1), v being 0 or 1. */
async function commitSeal({ signDigest }: TestAccount, hash: Hash): Promise<Uint8Array> {
  const seal = hexToBytes(await signDigest(hash));
  seal[64] = (seal[64] as number) - 27;
  return seal;
}
