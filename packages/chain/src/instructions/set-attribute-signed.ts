import type { Deployment } from '@eslabon/bundle';
import type { Address, Hex } from '@eslabon/core';
import { ethereumDidRegistryAbi } from '@eslabon/did-registry';
import { encodeFunctionData, encodePacked, keccak256, stringToHex } from 'viem';
import type { Instruction } from './instruction.js';
import { requireSignature } from './require-signature.js';

export interface SetAttributeParameters {
  deployment: Deployment;
  identity: Address;
  /** At most 32 characters, for instance `did/pub/Secp256k1/veriKey/hex` (ERC-1056 method specification). */
  name: string;
  value: Hex;
  /** Seconds from the block that takes it. */
  validity: number;
  /** Of the identity's owner: `erc1056Nonce`. */
  nonce: number;
}

/** EthereumDIDRegistry.setAttributeSigned: the owner of an identity publishes an attribute (ERC-1056). */
export function setAttributeSigned(parameters: SetAttributeParameters): Instruction {
  const { deployment, identity, value } = parameters;
  const to = deployment.contracts.didRegistry.address;
  const name = stringToHex(parameters.name, { size: 32 });
  const validity = BigInt(parameters.validity);
  return {
    to,
    // ERC-1056 signs packed fields behind the prefix of ERC-191 version 0; the chain id is not among them.
    digest: keccak256(
      encodePacked(
        ['bytes2', 'address', 'uint256', 'address', 'string', 'bytes32', 'bytes', 'uint256'],
        ['0x1900', to, BigInt(parameters.nonce), identity, 'setAttribute', name, value, validity],
      ),
    ),
    encode: (signature) => {
      const [r, s, v] = split(requireSignature(signature));
      return encodeFunctionData({
        abi: ethereumDidRegistryAbi,
        functionName: 'setAttributeSigned',
        args: [identity, v, r, s, name, value, validity],
      });
    },
  };
}

function split(signature: Hex): [r: Hex, s: Hex, v: number] {
  return [
    `0x${signature.slice(2, 66)}`,
    `0x${signature.slice(66, 130)}`,
    Number.parseInt(signature.slice(130), 16),
  ];
}
