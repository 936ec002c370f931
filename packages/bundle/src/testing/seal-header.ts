import type { Address } from '@eslabon/core';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { fromHex, toHex } from '../bytes/hex.js';
import { keccak256 } from '../hash/keccak256.js';
import { commitHash } from '../header/commit-hash.js';
import { decodeHeader } from '../header/decode-header.js';
import { encodeHeader } from '../header/encode-header.js';
import type { BftExtraData } from '../header/extra-data/bft-extra-data.js';
import { encodeExtraData } from '../header/extra-data/encode-extra-data.js';
import type { RpcBlock } from '../header/rpc-block.js';
import { rlpDecode } from '../rlp/rlp-decode.js';
import { rlpEncode } from '../rlp/rlp-encode.js';
import type { RlpItem } from '../rlp/rlp-item.js';
import type { ConsensusProtocol } from '../trust/trust-anchor.js';
import { hashOf } from './synthetic-facts.js';

export interface Validator {
  address: Address;
  secret: Uint8Array;
}

const validators = new Map<number, Validator>();

/** A validator that is the same in every run. Its address says nothing of its number. */
export function validator(number: number): Validator {
  let known = validators.get(number);
  if (known === undefined) {
    const secret = fromHex(hashOf(`validator ${number}`));
    const point = secp256k1.getPublicKey(secret, false);
    known = { secret, address: toHex(keccak256(point.subarray(1)).subarray(12)) };
    validators.set(number, known);
  }
  return known;
}

/** The validators with these numbers, as headers declare them: by ascending address. */
export function validatorSet(...numbers: number[]): Validator[] {
  return numbers.map(validator).sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** A header to be sealed, and what is to be wrong with it. */
export interface SealPlan {
  protocol: ConsensusProtocol;
  number?: number;
  timestamp?: number;
  declared: readonly Validator[];
  /** All that are declared unless told. */
  signers?: readonly Validator[];
  extraData?: Partial<BftExtraData>;
  fields?: Partial<RpcBlock>;
  /** Round that the seals are of, when not the header's. */
  sealedRound?: number;
  alterSeals?: (seals: Uint8Array[]) => Uint8Array[];
  /** Alters the items of the extra data after sealing. */
  alterItems?: (items: RlpItem[]) => RlpItem[];
}

/** A header sealed by validators whose keys are here. @returns its RLP */
export function sealHeader(plan: SealPlan): Uint8Array {
  const { protocol, declared, signers = declared, sealedRound } = plan;
  const bare: BftExtraData = {
    vanity: new Uint8Array(32),
    validators: declared.map(({ address }) => address),
    round: 0,
    seals: [],
    ...plan.extraData,
  };
  const hash = commitHash(
    protocol,
    decodeHeader(dressed(plan, { ...bare, round: sealedRound ?? bare.round })),
  );
  const seals = signers.map((signer) => sealOf(fromHex(hash), signer));
  return dressed(plan, { ...bare, seals: plan.alterSeals?.(seals) ?? seals }, plan.alterItems);
}

/** r ‖ s ‖ v over a 32-byte hash. */
export function sealOf(hash: Uint8Array, { secret }: Validator): Uint8Array {
  const [v, ...rs] = secp256k1.sign(hash, secret, { prehash: false, format: 'recovered' });
  return Uint8Array.of(...rs, v as number);
}

function dressed(
  { protocol, number = 1234, timestamp = 1_700_010_000, declared, fields }: SealPlan,
  extraData: BftExtraData,
  alterItems: (items: RlpItem[]) => RlpItem[] = (items) => items,
): Uint8Array {
  const items = rlpDecode(encodeExtraData(protocol, extraData)) as RlpItem[];
  return encodeHeader({
    ...bftFields,
    miner: declared[0]?.address ?? `0x${'00'.repeat(20)}`,
    number: `0x${number.toString(16)}`,
    timestamp: `0x${timestamp.toString(16)}`,
    ...fields,
    extraData: toHex(rlpEncode(alterItems(items))),
  });
}

const bftFields: Omit<RpcBlock, 'miner' | 'number' | 'timestamp' | 'extraData'> = {
  parentHash: hashOf('parent'),
  sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
  stateRoot: hashOf('state'),
  transactionsRoot: hashOf('transactions'),
  receiptsRoot: hashOf('receipts'),
  logsBloom: `0x${'00'.repeat(256)}`,
  difficulty: '0x1',
  gasLimit: '0x1c9c380',
  gasUsed: '0x5208',
  mixHash: '0x63746963616c2062797a616e74696e65206661756c7420746f6c6572616e6365',
  nonce: '0x0000000000000000',
};
