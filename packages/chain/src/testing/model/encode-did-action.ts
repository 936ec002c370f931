import type { Deployment } from '@eslabon/bundle';
import { ethereumDidRegistryAbi } from '@eslabon/did-registry';
import type { Hex } from 'viem';
import { concatHex, encodeFunctionData, encodePacked, keccak256, parseSignature, stringToHex } from 'viem';
import { setAttributeSigned } from '../../instructions/set-attribute-signed.js';
import { signInstruction } from '../../instructions/sign-instruction.js';
import type { Call } from '../../submit/submitter.js';
import type { DidModel } from './did-model.js';
import type { DidAction } from './order.js';

const delegateType = stringToHex('eslabon.status', { size: 32 });

/** A change in ERC-1056, signed by the owner of the identity for whoever carries it. */
export async function encodeDidAction(
  deployment: Deployment,
  did: DidModel,
  action: DidAction,
): Promise<Call> {
  const to = deployment.contracts.didRegistry.address;
  const { identity, owner } = action;
  const nonce = did.nonces.get(owner.address) ?? 0;
  if (action.kind === 'setAttribute') {
    const parameters = { identity, nonce, name: 'did/pub/Ed25519/veriKey/hex', value: action.value };
    const instruction = setAttributeSigned({ deployment, ...parameters, validity: 1_000 });
    return signInstruction(instruction, owner.signDigest);
  }
  const head = encodePacked(
    ['bytes2', 'address', 'uint256', 'address', 'string'],
    ['0x1900', to, BigInt(nonce), identity, action.kind],
  );
  const { r, s, v } = parseSignature(
    await owner.signDigest(keccak256(concatHex([head, packedTail(action)]))),
  );
  const signed = [identity, Number(v), r, s] as const;
  switch (action.kind) {
    case 'changeOwner': {
      const args = [...signed, action.newOwner] as const;
      return { to, data: encodeFunctionData({ abi, functionName: 'changeOwnerSigned', args }) };
    }
    case 'addDelegate': {
      const args = [...signed, delegateType, action.delegate, BigInt(action.validity)] as const;
      return { to, data: encodeFunctionData({ abi, functionName: 'addDelegateSigned', args }) };
    }
    case 'revokeDelegate': {
      const args = [...signed, delegateType, action.delegate] as const;
      return { to, data: encodeFunctionData({ abi, functionName: 'revokeDelegateSigned', args }) };
    }
  }
}

const abi = ethereumDidRegistryAbi;

function packedTail(action: Exclude<DidAction, { kind: 'setAttribute' }>): Hex {
  switch (action.kind) {
    case 'changeOwner':
      return encodePacked(['address'], [action.newOwner]);
    case 'addDelegate':
      return encodePacked(
        ['bytes32', 'address', 'uint256'],
        [delegateType, action.delegate, BigInt(action.validity)],
      );
    case 'revokeDelegate':
      return encodePacked(['bytes32', 'address'], [delegateType, action.delegate]);
  }
}
