import { EslabonError } from '@eslabon/core';

/** Besu's code for “Sender account not authorized to send transactions”. */
const notAuthorized = -32_007;

const words = /not (authori[sz]ed|permitted) to send/i;

/** The error that a permissioned network's refusal of an account means, or undefined when it is another one. */
export function toNotPermitted(error: EslabonError, hints: readonly string[] = []): EslabonError | undefined {
  const { rpcCode, rpcMessage } = error.details;
  if (error.code !== 'CHAIN_RESPONSE_INVALID') return undefined;
  if (!words.test(String(rpcMessage)) && rpcCode !== notAuthorized) return undefined;
  return new EslabonError(
    'CHAIN_SENDER_NOT_PERMITTED',
    `The network does not take transactions from this account: ${rpcMessage}.`,
    {
      hints: [...hints, "Ask the network's administrators to permit the account that carries."],
      cause: error,
      details: error.details,
    },
  );
}
