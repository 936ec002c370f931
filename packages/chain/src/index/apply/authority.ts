import type { Address, AuthorityFacts, AuthorityRecord, Hash, ProposalFact } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { hexToBytes, zeroAddress, zeroHash } from 'viem';
import { decodeCountry } from '../../codec/country.js';
import { diverged } from '../diverged.js';
import type { AuthorityEvent } from '../registry-event.js';
import { compareText } from './compare-text.js';
import type { Nonces } from './nonces.js';
import { applyInstructionUsed, nonceFacts } from './nonces.js';

/** What the events of AuthorityRegistry add up to. */
export interface AuthorityState {
  successor: Address;
  /** By DID address, in the order of admission. */
  records: Map<Address, AuthorityRecord>;
  proposals: Map<Hash, ProposalFact>;
  nonces: Nonces;
  /** Latest attested key set by DID address. */
  keySets: Map<Address, Uint8Array>;
}

export function emptyAuthorityState(): AuthorityState {
  return {
    successor: zeroAddress,
    records: new Map(),
    proposals: new Map(),
    nonces: new Map(),
    keySets: new Map(),
  };
}

/** Takes one event into the state, which is changed. `timestamp` is that of its block. */
export function applyAuthorityEvent(state: AuthorityState, event: AuthorityEvent, timestamp: number): void {
  switch (event.eventName) {
    case 'AuthorityAdmitted':
      admit(state, event.args, timestamp);
      return;
    case 'AuthorityRemoved':
      recordOf(state, event.args.did).removedAt = timestamp;
      return;
    case 'ProposalApproved': {
      const id = lowerHex(event.args.id);
      const { expiresAt, approvals } = event.args;
      const executedAt = state.proposals.get(id)?.executedAt ?? 0;
      state.proposals.set(id, { id, expiresAt, executedAt, approvals });
      return;
    }
    case 'ProposalExecuted': {
      const proposal = state.proposals.get(lowerHex(event.args.id));
      if (!proposal) throw diverged(`Proposal ${event.args.id} was executed without an approval.`);
      proposal.executedAt = timestamp;
      return;
    }
    case 'SuccessorNamed':
      state.successor = lowerHex(event.args.successor);
      return;
    case 'KeysAttested': {
      const record = recordOf(state, event.args.authority);
      record.keySetHash = lowerHex(event.args.keySetHash);
      record.keySetBlock = Number(event.args.changedBlock);
      state.keySets.set(record.did, hexToBytes(event.args.keySet));
      return;
    }
    case 'InstructionUsed':
      applyInstructionUsed(state.nonces, event.args);
      return;
  }
}

export function authorityFacts(state: AuthorityState): AuthorityFacts {
  return {
    successor: state.successor,
    records: [...state.records.values()].map((record) => ({ ...record })),
    proposals: [...state.proposals.values()]
      .map((proposal) => ({ ...proposal }))
      .sort((a, b) => compareText(a.id, b.id)),
    nonces: nonceFacts(state.nonces),
  };
}

type Admission = { did: Address; country: Hash; index: number };

function admit({ records }: AuthorityState, { did, country, index }: Admission, timestamp: number): void {
  if (index !== records.size)
    throw diverged(`Authority ${did} has index ${index} after ${records.size} others.`);
  records.set(lowerHex(did), {
    did: lowerHex(did),
    country: decodeCountry(country),
    admittedAt: timestamp,
    removedAt: 0,
    keySetHash: zeroHash,
    keySetBlock: 0,
  });
}

function recordOf({ records }: AuthorityState, did: Address): AuthorityRecord {
  const record = records.get(lowerHex(did));
  if (!record) throw diverged(`Authority ${did} has events and was never admitted.`);
  return record;
}
