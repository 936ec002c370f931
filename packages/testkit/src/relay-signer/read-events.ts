import type { Hex } from '@eslabon/core';
import { parseEventLogs } from 'viem';
import { hubAbi } from './hub-abi.js';

type Receipt = Readonly<Record<string, unknown>>;

/** What the hub's events in a receipt say. */
export function readEvents(receipt: Receipt) {
  const logs = parseEventLogs({
    abi: hubAbi,
    logs: receipt.logs as Parameters<typeof parseEventLogs>[0]['logs'],
  });
  const relayed = logs.find((log) => log.eventName === 'TransactionRelayed')?.args;
  const refused = logs.find((log) => log.eventName === 'BadTransactionSent')?.args;
  const deployed = logs.find((log) => log.eventName === 'ContractDeployed')?.args;
  return { relayed, refused, deployed };
}

/**
 * The receipt as a RelaySigner gives it: Besu's, with the inner result in it. One of a refused transaction stays as it
 * is, with a status of 1.
 */
export function withInnerResult(receipt: Receipt): Receipt {
  const { relayed, deployed } = readEvents(receipt);
  if (deployed) return { ...receipt, contractAddress: deployed.contractDeployed.toLowerCase() as Hex };
  if (relayed?.executed === false) return { ...receipt, status: '0x0', revertReason: relayed.output };
  return receipt;
}
