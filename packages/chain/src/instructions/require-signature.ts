import type { Hex } from '@eslabon/core';
import { EslabonError } from '@eslabon/core';

const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

/**
 * Checks the form of a signature before it costs a transaction.
 * @throws EslabonError CHAIN_INSTRUCTION_SIGNATURE
 */
export function requireSignature(signature: Hex): Hex {
  const wrong = (why: string) =>
    new EslabonError('CHAIN_INSTRUCTION_SIGNATURE', `The signature of the instruction ${why}.`, {
      hints: ['Sign the digest with secp256k1 and give r‖s‖v with v 27 or 28 and low s.'],
    });
  if (!/^0x[0-9a-fA-F]{130}$/.test(signature)) throw wrong(`has ${(signature.length - 2) / 2} bytes, not 65`);
  if (BigInt(`0x${signature.slice(66, 130)}`) > halfOrder) throw wrong('has a high s');
  if (!/1[bc]$/i.test(signature)) throw wrong(`has v 0x${signature.slice(-2)}`);
  return signature;
}
