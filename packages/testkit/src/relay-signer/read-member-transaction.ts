import type { Address, Hex } from '@eslabon/core';
import { lowerHex } from '@eslabon/core';
import { keccak256, padHex, parseTransaction, recoverAddress, serializeTransaction, size } from 'viem';
import { Refusal } from './refusal.js';

/** A legacy transaction that a member signed, in the parts that the hub takes. */
export interface MemberTransaction {
  from: Address;
  nonce: number;
  isDeployment: boolean;
  /** Gas limit of the node's transaction around it. */
  hubGas: bigint;
  signingData: Hex;
  v: number;
  r: Hex;
  s: Hex;
}

/** Reads a raw transaction as a RelaySigner does. @throws Refusal when it was not signed for the gas model */
export async function readMemberTransaction(raw: unknown): Promise<MemberTransaction> {
  let parsed: ReturnType<typeof parseTransaction>;
  try {
    parsed = parseTransaction(raw as Hex);
  } catch {
    throw new Refusal(-32602, 'the transaction cannot be decoded');
  }
  const { r, s, v, type, chainId, gasPrice, value, nonce = 0, gas = 0n, data = '0x', to } = parsed;
  if (r === undefined || s === undefined || type !== 'legacy' || chainId || (v !== 27n && v !== 28n)) {
    throw new Refusal(-32000, 'transaction must be signed pre-EIP155 (chainId=0, v=27 or 28)');
  }
  if (gasPrice || value) throw new Refusal(-32000, 'gas price and value must be 0');
  const signingData = serializeTransaction({ type, nonce, gas, gasPrice: 0n, data, to: to ?? null });
  const hash = keccak256(signingData);
  return {
    from: lowerHex(await recoverAddress({ hash, signature: { r, s, v } })),
    nonce,
    isDeployment: !to,
    hubGas: 105n * BigInt(size(data)) + 300_000n + gas,
    signingData,
    v: Number(v),
    // RLP leaves out leading zeros.
    r: padHex(r, { size: 32 }),
    s: padHex(s, { size: 32 }),
  };
}
