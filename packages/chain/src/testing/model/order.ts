import type { Address, ArrangementVersion, Country, Hash } from '@eslabon/core';
import type { TestAccount } from '@eslabon/testkit';
import type { Proposal } from '../../instructions/proposal.js';
import type { StatusChange } from '../../instructions/set-status.js';

/** What an instruction to one of the registries says beside its content, right or wrong. */
export interface Envelope {
  authority: Address;
  signer: TestAccount;
  nonce: number;
  deadline: number;
  chainId: number;
  /** How the signature looks: `high-s` is the other solution for the same digest, `malformed` has a v of 29. */
  signature: 'good' | 'high-s' | 'malformed';
}

export type ArrangementAction =
  | { kind: 'propose'; arrangement: number; terms: ArrangementVersion }
  | { kind: 'accede'; arrangement: number; version: number; from: number }
  | { kind: 'withdraw'; arrangement: number; until: number }
  | { kind: 'suspend'; arrangement: number; against: Country; from: number }
  | { kind: 'resume'; arrangement: number; against: Country; until: number };

export type AuthorityAction =
  | { kind: 'approve'; proposal: Proposal }
  | { kind: 'attestKeys'; keySet: Uint8Array; changedBlock: number };

export interface StatusAction {
  kind: 'setStatus';
  changes: StatusChange[];
}

/** Signed by the owner of the identity, as ERC-1056 has it. Always right. */
export type DidAction =
  | { kind: 'changeOwner'; identity: Address; owner: TestAccount; newOwner: Address }
  | { kind: 'addDelegate'; identity: Address; owner: TestAccount; delegate: Address; validity: number }
  | { kind: 'revokeDelegate'; identity: Address; owner: TestAccount; delegate: Address }
  | { kind: 'setAttribute'; identity: Address; owner: TestAccount; value: Hash };

export type RegistryAction = AuthorityAction | ArrangementAction | StatusAction;

/** One thing to be done on the chain. */
export type Order = { envelope: Envelope; action: RegistryAction } | { action: DidAction };

/** The block that an order is mined in. */
export interface OrderBlock {
  number: number;
  timestamp: number;
}

export const registryOf = {
  approve: 'authorityRegistry',
  attestKeys: 'authorityRegistry',
  propose: 'arrangementRegistry',
  accede: 'arrangementRegistry',
  withdraw: 'arrangementRegistry',
  suspend: 'arrangementRegistry',
  resume: 'arrangementRegistry',
  setStatus: 'statusRegistry',
} as const;
