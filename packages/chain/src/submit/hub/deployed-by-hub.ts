import type { Address } from '@eslabon/core';
import { readLogs } from '../read-logs.js';
import { hubAbi } from './forward.js';

/** The contract that the hub says in a receipt to have created. */
export function deployedByHub(receipt: Record<string, unknown>): Address | undefined {
  const log = readLogs(receipt, hubAbi).find(({ eventName }) => eventName === 'ContractDeployed');
  return log?.args.deployed.toLowerCase() as Address | undefined;
}
