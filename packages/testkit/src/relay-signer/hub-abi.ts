import { parseAbi } from 'viem';

/** What a RelaySigner uses of LACChain's RelayHub, and of the permissions that Besu asks before it takes a transaction. */
export const hubAbi = parseAbi([
  'function relayMetaTx(uint256 gasLimit, bytes signingData, uint8 v, bytes32 r, bytes32 s) returns (uint8)',
  'function deployMetaTx(uint256 gasLimit, bytes signingData, uint8 v, bytes32 r, bytes32 s) returns (uint8, address)',
  'function getNonce(address from) view returns (uint256)',
  'function transactionAllowed(address sender, address target, uint256 value, uint256 gasPrice, uint256 gasLimit, bytes payload) view returns (bool)',
  'event TransactionRelayed(address indexed relay, address indexed from, address indexed to, bool executed, bytes output)',
  'event ContractDeployed(address indexed relay, address indexed from, address contractDeployed)',
  'event BadTransactionSent(address node, address originalSender, uint8 errorCode)',
]);
