import { approveTypes, authorityRegistryAbi, instructionDomain } from '@eslabon/did-registry';
import { encodeFunctionData, hashTypedData } from 'viem';
import type { Instruction, InstructionParameters } from './instruction.js';
import type { Proposal } from './proposal.js';
import { encodeProposal } from './proposal.js';
import { requireSignature } from './require-signature.js';

export interface ApproveParameters extends InstructionParameters {
  proposal: Proposal;
}

/** AuthorityRegistry.approve: a member approves a proposal; the first approval makes it. */
export function approve({ deployment, authority, proposal, ...rest }: ApproveParameters): Instruction {
  const to = deployment.contracts.authorityRegistry.address;
  const [nonce, deadline] = [BigInt(rest.nonce), BigInt(rest.deadline)];
  const chainId = BigInt(deployment.chainId);
  const { action, country, subject, expiresAt, salt } = encodeProposal(proposal);
  return {
    to,
    digest: hashTypedData({
      domain: instructionDomain('AuthorityRegistry', deployment.chainId, to),
      types: approveTypes,
      primaryType: 'Approve',
      message: { member: authority, action, country, subject, expiresAt, salt, nonce, deadline },
    }),
    encode: (signature) =>
      encodeFunctionData({
        abi: authorityRegistryAbi,
        functionName: 'approve',
        args: [
          authority,
          action,
          country,
          subject,
          expiresAt,
          salt,
          nonce,
          deadline,
          chainId,
          requireSignature(signature),
        ],
      }),
  };
}
