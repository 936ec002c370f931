/**
 * The header fields of a block as `eth_getBlockByNumber` returns them: hexadecimal with `0x`. Members that are no header
 * fields (transactions, size, …) are ignored; fields of later forks may be absent or null.
 */
export interface RpcBlock {
  parentHash: string;
  sha3Uncles: string;
  miner: string;
  stateRoot: string;
  transactionsRoot: string;
  receiptsRoot: string;
  logsBloom: string;
  difficulty: string;
  number: string;
  gasLimit: string;
  gasUsed: string;
  timestamp: string;
  extraData: string;
  mixHash: string;
  nonce: string;
  baseFeePerGas?: string | null | undefined;
  withdrawalsRoot?: string | null | undefined;
  blobGasUsed?: string | null | undefined;
  excessBlobGas?: string | null | undefined;
  parentBeaconBlockRoot?: string | null | undefined;
  requestsHash?: string | null | undefined;
}
