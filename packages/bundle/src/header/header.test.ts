import { describe, expect, it } from '@jest/globals';
import { toHex } from '../bytes/hex.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import type { RlpItem } from '../rlp/rlp-item.js';
import { blockHash } from './block-hash.js';
import { decodeHeader } from './decode-header.js';
import { encodeHeader } from './encode-header.js';
import type { RpcBlock } from './rpc-block.js';

const zeros = (bytes: number) => `0x${'00'.repeat(bytes)}`;

/** Ethereum's genesis block, whose hash everybody knows. */
const genesis: RpcBlock = {
  parentHash: zeros(32),
  sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
  miner: zeros(20),
  stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
  transactionsRoot: '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  receiptsRoot: '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421',
  logsBloom: zeros(256),
  difficulty: '0x400000000',
  number: '0x0',
  gasLimit: '0x1388',
  gasUsed: '0x0',
  timestamp: '0x0',
  extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
  mixHash: zeros(32),
  nonce: '0x0000000000000042',
};
const prague: RpcBlock = {
  ...genesis,
  number: '0x12d687',
  timestamp: '0x6640618b',
  baseFeePerGas: '0x7',
  withdrawalsRoot: zeros(32),
  blobGasUsed: '0x0',
  excessBlobGas: '0x20000',
  parentBeaconBlockRoot: zeros(32),
  requestsHash: zeros(32),
};

describe('encodeHeader and decodeHeader', () => {
  it("give the hash of Ethereum's genesis", () => {
    const header = decodeHeader(encodeHeader(genesis));
    expect(blockHash(undefined, header)).toBe(
      '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
    );
    expect(header).toMatchObject({ number: 0, timestamp: 0, stateRoot: genesis.stateRoot });
  });

  it('bring every field back, with those of each later fork', () => {
    expect(decodeHeader(encodeHeader(genesis)).fields).toEqual(genesis);
    const header = decodeHeader(encodeHeader(prague));
    expect(header.fields).toEqual(prague);
    expect(header).toMatchObject({ number: 1234567, timestamp: 0x6640618b });
  });

  it('take null for a field of a fork that has not happened, and ignore what is no header field', () => {
    const block = { ...genesis, baseFeePerGas: null, transactions: [], size: '0x1' };
    expect(toHex(encodeHeader(block))).toBe(toHex(encodeHeader(genesis)));
  });

  it.each<[string, Partial<Record<keyof RpcBlock, unknown>>]>([
    ['a missing field', { stateRoot: undefined }],
    ['a fork without the one before', { withdrawalsRoot: zeros(32) }],
    ['a short hash', { parentHash: zeros(31) }],
    ['half a byte', { extraData: '0x123' }],
    ['no hexadecimal', { nonce: 'latest' }],
    ['a number that is none', { number: '0x' }],
    ['a number instead of hexadecimal', { number: 12 }],
  ])('refuse to encode %s', (_what, change) => {
    const block = { ...genesis, ...change } as RpcBlock;
    expect(() => encodeHeader(block)).toThrow(expect.objectContaining({ code: 'HEADER_MALFORMED' }));
  });

  const items = rlpDecode(encodeHeader(genesis)) as RlpItem[];
  const changed = (at: number, item: RlpItem) => rlpEncode(items.map((old, i) => (i === at ? item : old)));
  it.each<[string, Uint8Array]>([
    ['no RLP', Uint8Array.of(0xf9)],
    ['a byte string', rlpEncode(new Uint8Array(600))],
    ['14 fields', rlpEncode(items.slice(0, 14))],
    ['22 fields', rlpEncode([...items, ...items.slice(0, 7)])],
    ['a state root of 31 bytes', changed(3, new Uint8Array(31))],
    ['a list as extra data', changed(12, [])],
    ['a number with a leading zero', changed(8, Uint8Array.of(0, 1))],
    ['a timestamp past 2^53', changed(11, new Uint8Array(8).fill(255))],
  ])('refuse to decode %s', (_what, rlp) => {
    expect(() => decodeHeader(rlp)).toThrow(expect.objectContaining({ code: 'HEADER_MALFORMED' }));
  });
});
