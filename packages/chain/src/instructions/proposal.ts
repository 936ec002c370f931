import type { Address, Country, Hash, Hex } from '@eslabon/core';
import { encodeAbiParameters, keccak256 } from 'viem';
import { encodeCountry } from '../codec/country.js';

/** What the members of AuthorityRegistry decide on by majority. */
export type Proposal = {
  /** The new authority, the removed one, or the registry that continues this one. */
  subject: Address;
  /** Unix seconds, at most 90 days ahead. */
  expiresAt: number;
  /** Tells apart proposals that are otherwise equal. */
  salt: Hash;
} & ({ action: 'admit' | 'replace' | 'remove'; country: Country } | { action: 'succeed' });

const actions = { admit: 0, replace: 1, remove: 2, succeed: 3 } as const;

/** The fields of a proposal as AuthorityRegistry takes them. */
export function encodeProposal(proposal: Proposal) {
  const { subject, expiresAt, salt } = proposal;
  const country: Hex = proposal.action === 'succeed' ? '0x0000' : encodeCountry(proposal.country);
  return { action: actions[proposal.action], country, subject, expiresAt, salt };
}

/** The id under which AuthorityRegistry collects the approvals of a proposal (`proposalIdOf`). */
export function proposalIdOf(proposal: Proposal): Hash {
  const { action, country, subject, expiresAt, salt } = encodeProposal(proposal);
  return keccak256(
    encodeAbiParameters(
      [{ type: 'uint8' }, { type: 'bytes2' }, { type: 'address' }, { type: 'uint40' }, { type: 'bytes32' }],
      [action, country, subject, expiresAt, salt],
    ),
  );
}
