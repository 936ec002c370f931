import {
  emptyTrieRoot,
  encodeExtraData,
  encodeHeader,
  keccak256,
  rlpEncode,
} from '../../packages/bundle/dist/index.js';

const hex = (bytes) => `0x${Buffer.from(bytes).toString('hex')}`;
const zeros = (bytes) => hex(Buffer.alloc(bytes));

/** “ctic byzantine fault tolerance”: what every QBFT block has for its mix hash. */
const qbftMixHash = '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365';

/** The genesis file of a QBFT network of Besu that stops at Berlin, as LACChain's does, with nothing on it. */
export function makeGenesis({ chainId, validators, timestamp }) {
  return {
    config: {
      chainId,
      berlinBlock: 0,
      qbft: { blockperiodseconds: 2, epochlength: 30_000, requesttimeoutseconds: 4 },
    },
    nonce: '0x0',
    timestamp: `0x${timestamp.toString(16)}`,
    gasLimit: '0x14DC9380',
    difficulty: '0x1',
    mixHash: qbftMixHash,
    coinbase: zeros(20),
    alloc: {},
    extraData: hex(encodeExtraData('qbft', { vanity: new Uint8Array(32), validators, round: 0, seals: [] })),
  };
}

/** The header that a genesis file without accounts stands for, in the form of `eth_getBlockByNumber`. */
function genesisHeader(genesis) {
  const empty = hex(emptyTrieRoot);
  return {
    parentHash: zeros(32),
    sha3Uncles: hex(keccak256(rlpEncode([]))),
    miner: genesis.coinbase,
    stateRoot: empty,
    transactionsRoot: empty,
    receiptsRoot: empty,
    logsBloom: zeros(256),
    difficulty: genesis.difficulty,
    number: '0x0',
    gasLimit: genesis.gasLimit,
    gasUsed: '0x0',
    timestamp: genesis.timestamp,
    extraData: genesis.extraData,
    mixHash: genesis.mixHash,
    nonce: zeros(8),
  };
}

/** Hash of the genesis block: unlike later blocks it is hashed as it is. */
export function genesisHash(genesis) {
  return hex(keccak256(encodeHeader(genesisHeader(genesis))));
}
