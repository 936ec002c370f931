import type { Address, Hash, RegistryFacts } from '@eslabon/core';
import { createMerkleProof, createMPT, type MerklePatriciaTrie } from '@ethereumjs/mpt';
import { fromHex, toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { encodeHeader } from '../header/encode-header.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import { rlpScalar } from '../rlp/rlp-scalar.js';
import { arrangementSlots } from '../storage/arrangement-slots.js';
import { authoritySlots } from '../storage/authority-slots.js';
import { changedSlot } from '../storage/changed-slot.js';
import { statusSlots } from '../storage/status-slots.js';
import { storageRoot } from '../trie/storage-root.js';
import type { Deployment } from '../trust/trust-anchor.js';
import { addressOf, hashOf } from './synthetic-facts.js';

export const deployment: Deployment = {
  chainId: 648540,
  contracts: {
    didRegistry: { address: addressOf('ERC-1056'), codeHash: hashOf('code of ERC-1056') },
    authorityRegistry: { address: addressOf('authorities'), codeHash: hashOf('code of authorities') },
    arrangementRegistry: { address: addressOf('arrangements'), codeHash: hashOf('code of arrangements') },
    statusRegistry: { address: addressOf('statuses'), codeHash: hashOf('code of statuses') },
  },
};

/** An account that the chain is known not to have: {@link buildChain} adds the proof when asked. */
export const absentAccount = addressOf('nobody');

export interface SyntheticChain {
  header: Uint8Array;
  number: number;
  timestamp: number;
  hash: Hash;
  nodes: Uint8Array[];
}

/**
 * The block of a chain whose contracts store these facts, with a real state trie: the account and storage proofs come
 * from @ethereumjs/mpt as a node's `eth_getProof` would give them.
 */
export async function buildChain(
  facts: RegistryFacts,
  changed: ReadonlyMap<Address, number>,
  proveAbsent = false,
): Promise<SyntheticChain> {
  const { didRegistry, authorityRegistry, arrangementRegistry, statusRegistry } = deployment.contracts;
  const erc1056 = await erc1056Storage(changed);
  const roots: [Address, Uint8Array, Hash][] = [
    [didRegistry.address, erc1056.root(), didRegistry.codeHash],
    [authorityRegistry.address, storageRoot(authoritySlots(facts.authorities)), authorityRegistry.codeHash],
    [
      arrangementRegistry.address,
      storageRoot(arrangementSlots(facts.arrangements)),
      arrangementRegistry.codeHash,
    ],
    [statusRegistry.address, storageRoot(statusSlots(facts.statuses)), statusRegistry.codeHash],
  ];
  const state = await createMPT({ useKeyHashing: true });
  for (const [address, root, codeHash] of roots) {
    await state.put(fromHex(address), rlpEncode([rlpScalar(1n), rlpScalar(0n), root, fromHex(codeHash)]));
  }
  for (let i = 0; i < 20; i++) {
    const account = [rlpScalar(5n), rlpScalar(7n), fromHex(hashOf('root')), fromHex(hashOf('code'))];
    await state.put(fromHex(addressOf(`account ${i}`)), rlpEncode(account));
  }
  const nodes: Uint8Array[] = [];
  const accounts = roots.map(([address]) => address);
  for (const address of proveAbsent ? [...accounts, absentAccount] : accounts) {
    nodes.push(...(await createMerkleProof(state, fromHex(address))));
  }
  for (const { did } of facts.authorities.records) {
    nodes.push(...(await createMerkleProof(erc1056, fromHex(changedSlot(did)))));
  }
  return { ...blockOf(state.root()), nodes };
}

/** ERC-1056 has entries of many identities, only some of them authorities; or it was never used at all. */
async function erc1056Storage(changed: ReadonlyMap<Address, number>): Promise<MerklePatriciaTrie> {
  const trie = await createMPT({ useKeyHashing: true });
  const all = new Map(changed);
  for (let i = 0; changed.size > 0 && i < 12; i++) all.set(addressOf(`company ${i}`), 100 + i);
  for (const [identity, block] of all) {
    await trie.put(fromHex(changedSlot(identity)), rlpEncode(rlpScalar(BigInt(block))));
  }
  return trie;
}

function blockOf(stateRoot: Uint8Array) {
  const [number, timestamp] = [1234, 1_700_010_000];
  const zero = `0x${'00'.repeat(32)}`;
  const header = encodeHeader({
    parentHash: hashOf('parent'),
    sha3Uncles: hashOf('uncles'),
    miner: addressOf('miner'),
    stateRoot: toHex(stateRoot),
    transactionsRoot: zero,
    receiptsRoot: zero,
    logsBloom: `0x${'00'.repeat(256)}`,
    difficulty: '0x1',
    number: `0x${number.toString(16)}`,
    gasLimit: '0x1c9c380',
    gasUsed: '0x5208',
    timestamp: `0x${timestamp.toString(16)}`,
    extraData: '0x',
    mixHash: zero,
    nonce: '0x0000000000000000',
  });
  return { header, number, timestamp, hash: toHex(keccak256(header)) };
}
