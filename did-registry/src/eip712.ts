/** Registries that take instructions. The name is part of the EIP-712 domain. */
export type RegistryName = 'AuthorityRegistry' | 'ArrangementRegistry' | 'StatusRegistry';

/** EIP-712 domain of one deployed registry. */
export interface InstructionDomain {
  readonly name: `Eslabon ${RegistryName}`;
  readonly version: '1';
  readonly chainId: number;
  readonly verifyingContract: `0x${string}`;
}

/**
 * EIP-712 domain of the instructions to one registry (EIP-712, section "Definition of domainSeparator").
 *
 * @param contractName Solidity name of the registry.
 * @param chainId Chain id, for instance 648540.
 * @param address Address of the deployed registry.
 */
export function instructionDomain(
  contractName: RegistryName,
  chainId: number,
  address: `0x${string}`,
): InstructionDomain {
  return { name: `Eslabon ${contractName}`, version: '1', chainId, verifyingContract: address };
}

const nonceAndDeadline = [
  { name: 'nonce', type: 'uint256' },
  { name: 'deadline', type: 'uint256' },
] as const;

/** `types` of AuthorityRegistry.approve; `action` is 0 Admit, 1 Replace, 2 Remove, 3 Succeed. */
export const approveTypes = {
  Approve: [
    { name: 'member', type: 'address' },
    { name: 'action', type: 'uint8' },
    { name: 'country', type: 'bytes2' },
    { name: 'subject', type: 'address' },
    { name: 'expiresAt', type: 'uint40' },
    { name: 'salt', type: 'bytes32' },
    ...nonceAndDeadline,
  ],
} as const;

/** `types` of AuthorityRegistry.attestKeys; `keySetHash` is the keccak256 of the key set given to the call. */
export const attestKeysTypes = {
  AttestKeys: [
    { name: 'authority', type: 'address' },
    { name: 'keySetHash', type: 'bytes32' },
    { name: 'changedBlock', type: 'uint64' },
    ...nonceAndDeadline,
  ],
} as const;

/** `types` of ArrangementRegistry.propose. */
export const proposeTypes = {
  Propose: [
    { name: 'authority', type: 'address' },
    { name: 'arrangement', type: 'uint32' },
    { name: 'terms', type: 'Terms' },
    ...nonceAndDeadline,
  ],
  Terms: [
    { name: 'label', type: 'bytes32' },
    { name: 'textDigest', type: 'bytes32' },
    { name: 'certificateTypes', type: 'uint8' },
    { name: 'roles', type: 'uint32' },
    { name: 'validFrom', type: 'uint40' },
    { name: 'validUntil', type: 'uint40' },
    { name: 'ttl', type: 'uint32' },
    { name: 'exp', type: 'uint32' },
    { name: 'parties', type: 'bytes2[]' },
  ],
} as const;

/** `types` of ArrangementRegistry.accede. */
export const accedeTypes = {
  Accede: [
    { name: 'authority', type: 'address' },
    { name: 'arrangement', type: 'uint32' },
    { name: 'version', type: 'uint16' },
    { name: 'from', type: 'uint40' },
    ...nonceAndDeadline,
  ],
} as const;

/** `types` of ArrangementRegistry.withdraw. */
export const withdrawTypes = {
  Withdraw: [
    { name: 'authority', type: 'address' },
    { name: 'arrangement', type: 'uint32' },
    { name: 'until', type: 'uint40' },
    ...nonceAndDeadline,
  ],
} as const;

/** `types` of ArrangementRegistry.suspend. */
export const suspendTypes = {
  Suspend: [
    { name: 'authority', type: 'address' },
    { name: 'arrangement', type: 'uint32' },
    { name: 'against', type: 'bytes2' },
    { name: 'from', type: 'uint40' },
    ...nonceAndDeadline,
  ],
} as const;

/** `types` of ArrangementRegistry.resume. */
export const resumeTypes = {
  Resume: [
    { name: 'authority', type: 'address' },
    { name: 'arrangement', type: 'uint32' },
    { name: 'against', type: 'bytes2' },
    { name: 'until', type: 'uint40' },
    ...nonceAndDeadline,
  ],
} as const;

/** `types` of StatusRegistry.setStatus. */
export const setStatusTypes = {
  SetStatus: [
    { name: 'authority', type: 'address' },
    { name: 'changes', type: 'Change[]' },
    ...nonceAndDeadline,
  ],
  Change: [
    { name: 'list', type: 'uint32' },
    { name: 'word', type: 'uint32' },
    { name: 'revoke', type: 'uint256' },
    { name: 'suspend', type: 'uint256' },
    { name: 'reinstate', type: 'uint256' },
  ],
} as const;
