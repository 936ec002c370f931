import { type Deployment, keccak256 } from '@eslabon/bundle';
import type { ContractName } from '@eslabon/chain';
import type { Address, Hex } from '@eslabon/core';
import { instructionDomain, type RegistryName } from '@eslabon/did-registry';

/** `typeHash` of the domain (EIP-712, “Definition of domainSeparator”). */
const domainType = 'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)';

/**
 * What the immutables of a registry must hold, as words of 32 bytes by their names: the registries it relies on, and what
 * OpenZeppelin's EIP712 keeps of its domain (name and version as ShortString: text and, in the last byte, its length).
 */
export function expectedImmutables(
  contract: ContractName,
  contractName: RegistryName,
  { chainId, contracts }: Deployment,
): Readonly<Record<string, Hex>> {
  const { address } = contracts[contract];
  const { name, version } = instructionDomain(contractName, chainId, address);
  const words = {
    _hashedName: hash(Buffer.from(name)),
    _hashedVersion: hash(Buffer.from(version)),
    _cachedChainId: numberWord(chainId),
    _cachedThis: addressWord(address),
  };
  const { _hashedName, _hashedVersion, _cachedChainId, _cachedThis } = words;
  const domain = [hash(Buffer.from(domainType)), _hashedName, _hashedVersion, _cachedChainId, _cachedThis];
  return {
    ...words,
    _cachedDomainSeparator: hash(Buffer.concat(domain.map((word) => Buffer.from(word.slice(2), 'hex')))),
    _name: shortString(name),
    _version: shortString(version),
    _erc1056: addressWord(contracts.didRegistry.address),
    _authorityRegistry: addressWord(contracts.authorityRegistry.address),
  };
}

function hash(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(keccak256(bytes)).toString('hex')}`;
}

function numberWord(value: number): Hex {
  return `0x${value.toString(16).padStart(64, '0')}`;
}

function addressWord(address: Address): Hex {
  return `0x${address.slice(2).padStart(64, '0')}`;
}

function shortString(text: string): Hex {
  const word = Buffer.alloc(32);
  word.write(text);
  word[31] = Buffer.byteLength(text);
  return `0x${word.toString('hex')}`;
}
