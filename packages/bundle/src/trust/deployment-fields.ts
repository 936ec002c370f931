import { lowerHex } from '@eslabon/core';
import { layoutVersion } from '@eslabon/did-registry';
import type { Codec } from '../codec/codec.js';
import { wrongShape } from '../codec/codec.js';
import { text, uint } from '../codec/scalars.js';
import type { Fields } from '../codec/structures.js';
import { list, optional, record } from '../codec/structures.js';
import type { ConsensusPeriod, ConsensusProtocol, ContractPin, Deployment } from './trust-anchor.js';

const hexText = (digits: number): Codec<`0x${string}`> => {
  const any = text(digits + 2, new RegExp(`^0x[0-9a-fA-F]{${digits}}$`));
  const check = (value: unknown, path: string) => lowerHex(any.read(value, path));
  return { write: check, read: check };
};

/** `0x` and an address or hash, of any case, as JSON has them. */
export const addressText = hexText(40);
export const hashText = hexText(64);

const contractPin = record<ContractPin>({ address: addressText, codeHash: hashText });
const protocol = text(8, /^(qbft|ibft2)$/) as Codec<ConsensusProtocol>;
const periods = list(record<ConsensusPeriod>({ fromBlock: uint(), protocol }), 1);

/** Every block has one protocol: periods start at block 0 and each after the one before. */
function readConsensus(value: unknown, path: string): ConsensusPeriod[] {
  const consensus = periods.read(value, path);
  for (const [at, { fromBlock }] of consensus.entries()) {
    const before = consensus[at - 1];
    if (before === undefined ? fromBlock !== 0 : fromBlock <= before.fromBlock) {
      throw wrongShape(`${path}[${at}].fromBlock`, before === undefined ? '0' : `above ${before.fromBlock}`);
    }
  }
  return consensus;
}

const consensusPeriods: Codec<ConsensusPeriod[]> = { write: readConsensus, read: readConsensus };

/** Members of a deployment in JSON. */
export const deploymentFields: Fields<Deployment> = {
  chainId: uint(Number.MAX_SAFE_INTEGER, 1),
  consensus: optional(consensusPeriods),
  contracts: record<Deployment['contracts']>({
    didRegistry: contractPin,
    authorityRegistry: contractPin,
    arrangementRegistry: contractPin,
    statusRegistry: contractPin,
  }),
  deployBlock: optional(uint()),
  layoutVersion: optional(uint(layoutVersion, layoutVersion)),
};

/** @throws EslabonError BUNDLE_MALFORMED, to be turned into the code of what is read. */
export function requireDistinct(values: readonly string[], path: string): void {
  if (new Set(values).size !== values.length) throw wrongShape(path, 'free of repetitions');
}
