import { parseAbi } from 'viem';

/** Events by which LACChain's RelayHub tells what became of a member's transaction. */
export const relayHubAbi = parseAbi([
  'event TransactionRelayed(address indexed relay, address indexed from, address indexed to, bool executed, bytes output)',
  'event ContractDeployed(address indexed relay, address indexed from, address contractDeployed)',
  'event BadTransactionSent(address node, address originalSender, uint8 errorCode)',
]);
