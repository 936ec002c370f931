import type { Address, AuthorityFacts, AuthorityRecord, Country, Hash, ProposalFact } from '@eslabon/core';
import { bytesToHex, keccak256 } from 'viem';
import type { Proposal } from '../../instructions/proposal.js';
import { proposalIdOf } from '../../instructions/proposal.js';
import { countBits } from './count-bits.js';
import type { AuthorityAction, OrderBlock } from './order.js';
import { ensure } from './refusal.js';

const longestProposal = 90 * 86_400;
const zeroHash: Hash = `0x${'0'.repeat(64)}`;

/** AuthorityRegistry written down again, apart from the contract and from the reader of its events. */
export interface AuthorityModel {
  successor: Address;
  records: AuthorityRecord[];
  proposals: Map<Hash, ProposalFact>;
  nonces: Map<Address, number>;
}

export interface AuthoritySurroundings {
  /** ERC-1056 `changed` block. */
  changed(identity: Address): number;
  isContract(address: Address): boolean;
}

export function foundAuthorityModel(
  founders: readonly { country: Country; did: Address }[],
  timestamp: number,
): AuthorityModel {
  const model = {
    successor: `0x${'0'.repeat(40)}` as Address,
    records: [],
    proposals: new Map(),
    nonces: new Map(),
  };
  for (const { country, did } of founders) admit(model, country, did, timestamp);
  return model;
}

export function activeRecord({ records }: AuthorityModel, did: Address): AuthorityRecord | undefined {
  return records.find((record) => record.did === did && record.removedAt === 0);
}

function authorityOf({ records }: AuthorityModel, country: Country): AuthorityRecord | undefined {
  return records.find((record) => record.country === country && record.removedAt === 0);
}

export const authorityFactsOf = ({
  successor,
  records,
  proposals,
  nonces,
}: AuthorityModel): AuthorityFacts => ({
  successor,
  records,
  proposals: [...proposals.values()],
  nonces: [...nonces].map(([authority, nonce]) => ({ authority, nonce })),
});

/** @throws Refusal */
export function applyAuthority(
  model: AuthorityModel,
  actor: Address,
  action: AuthorityAction,
  block: OrderBlock,
  around: AuthoritySurroundings,
): void {
  if (action.kind === 'approve') approve(model, actor, action.proposal, block, around);
  else attestKeys(model, actor, action, block, around);
}

function attestKeys(
  model: AuthorityModel,
  actor: Address,
  { keySet, changedBlock }: Extract<AuthorityAction, { kind: 'attestKeys' }>,
  block: OrderBlock,
  around: AuthoritySurroundings,
): void {
  ensure(keySet.length <= 8_192, 'KeySetTooLarge');
  const record = activeRecord(model, actor);
  ensure(record !== undefined, 'NotMember');
  ensure(around.changed(actor) === changedBlock, 'KeySetStale');
  ensure(changedBlock < block.number, 'KeysChangedInThisBlock');
  record.keySetBlock = changedBlock;
  record.keySetHash = keccak256(bytesToHex(keySet));
}

function approve(
  model: AuthorityModel,
  actor: Address,
  proposal: Proposal,
  { timestamp }: OrderBlock,
  around: AuthoritySurroundings,
): void {
  const id = proposalIdOf(proposal);
  const known = model.proposals.get(id);
  ensure(activeRecord(model, actor) !== undefined, 'NotMember');
  ensure(!known?.executedAt, 'ProposalClosed');
  ensure(proposal.expiresAt > timestamp, 'ProposalExpired');
  ensure(known !== undefined || proposal.expiresAt <= timestamp + longestProposal, 'ProposalTooLong');
  const bit = 1n << BigInt(model.records.findIndex(({ did }) => did === actor));
  const before = known?.approvals ?? 0n;
  ensure((before & bit) === 0n, 'AlreadyApproved');
  requireApplicable(model, proposal, around);

  const approvals = before | bit;
  const entry = { id, expiresAt: proposal.expiresAt, executedAt: 0, approvals };
  model.proposals.set(id, entry);
  const active = model.records.filter(({ removedAt }) => removedAt === 0);
  const inFavour = model.records.filter(
    ({ removedAt }, index) => removedAt === 0 && countBits(approvals & (1n << BigInt(index))) === 1,
  );
  if (inFavour.length <= active.length / 2) return;
  entry.executedAt = timestamp;
  execute(model, proposal, timestamp);
}

function requireApplicable(model: AuthorityModel, proposal: Proposal, around: AuthoritySurroundings): void {
  const { subject } = proposal;
  switch (proposal.action) {
    case 'admit':
    case 'replace': {
      ensure(
        model.records.every(({ did }) => did !== subject),
        'AlreadyRecorded',
      );
      ensure(model.records.length < 256, 'RegistryFull');
      const taken = authorityOf(model, proposal.country) !== undefined;
      if (proposal.action === 'admit') ensure(!taken, 'CountryTaken');
      else ensure(taken, 'CountryVacant');
      return;
    }
    case 'remove': {
      const record = activeRecord(model, subject);
      ensure(record !== undefined, 'NotMember');
      ensure(record.country === proposal.country, 'CountryMismatch');
      ensure(model.records.filter(({ removedAt }) => removedAt === 0).length > 1, 'LastMember');
      return;
    }
    case 'succeed':
      ensure(around.isContract(subject), 'NotAContract');
      ensure(BigInt(model.successor) === 0n, 'SuccessorAlreadyNamed');
      return;
  }
}

function execute(model: AuthorityModel, proposal: Proposal, timestamp: number): void {
  if (proposal.action === 'succeed') {
    model.successor = proposal.subject;
    return;
  }
  const present = authorityOf(model, proposal.country);
  if (present) present.removedAt = timestamp;
  if (proposal.action !== 'remove') admit(model, proposal.country, proposal.subject, timestamp);
}

function admit(model: AuthorityModel, country: Country, did: Address, admittedAt: number): void {
  model.records.push({ did, country, admittedAt, removedAt: 0, keySetHash: zeroHash, keySetBlock: 0 });
}
