import type { Address, Hash, Hex } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { privateKeyToAccount } from 'viem/accounts';
import { testKey } from './test-key.js';

export interface TestAccount {
  privateKey: Hex;
  /** Lower case. */
  address: Address;
  /** 65 bytes r‖s‖v with low s and v 27 or 28. */
  signDigest(digest: Hash): Promise<Hex>;
}

/** The account of {@link testKey}, able to sign instructions to the registries. */
export function testAccount(label: string): TestAccount {
  const privateKey = testKey(label);
  const account = privateKeyToAccount(privateKey);
  return {
    privateKey,
    address: lowerHex(account.address),
    signDigest: (hash) => account.sign({ hash }),
  };
}
