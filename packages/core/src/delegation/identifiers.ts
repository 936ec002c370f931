/** Identifiers of delegations. Versioned, as those of certificates are: a change of meaning gets a new one. */
export const delegationContext = 'https://w3id.org/eslabon/contexts/delegation/v1';
export const delegationType = 'AeoDelegationCredential';
export const delegateType = 'AeoDelegate';
export const delegationStatusEntryType = 'AeoDelegationStatusEntry';
