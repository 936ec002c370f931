import type { Address, RegistryFacts } from '@eslabon/core';
import { formatEthrDid } from '@eslabon/core';
import type { SignatureVerifier } from '@eslabon/credentials';
import { formatMultikey, verifySignature } from '@eslabon/credentials';
import { toHex } from '../bytes/hex.js';
import type { BundleContent } from '../format/bundle-content.js';
import type { BlockAttestation } from '../trust/attest-block.js';
import { attestBlock } from '../trust/attest-block.js';
import type { TrustAnchor } from '../trust/trust-anchor.js';
import { buildChain, deployment } from './synthetic-chain.js';
import { changedBlocks, country, mexico, peru, syntheticFacts, syntheticKeySets } from './synthetic-facts.js';
import { attestorKey, attestorSign, otherKey } from './synthetic-keys.js';

const didOf = (address: Address) => formatEthrDid({ chainId: deployment.chainId, address });

export const peruKid = `${didOf(peru)}#controller`;
export const mexicoKid = `${didOf(mexico)}#controller`;

/** What a border post of Peru, or one of Mexico, was given. */
export const trust: TrustAnchor = {
  ...deployment,
  attestors: [
    { country: country('PE'), kid: peruKid, publicKeyMultibase: formatMultikey(attestorKey) },
    { country: country('MX'), kid: mexicoKid, publicKeyMultibase: formatMultikey(otherKey) },
  ],
};

export interface SyntheticBundleOptions {
  /** What the chain stores; the bundle's facts are a fresh copy of the same unless changed afterwards. */
  facts?: RegistryFacts;
  changed?: ReadonlyMap<Address, number>;
  attestation?: Partial<BlockAttestation>;
  proveAbsent?: boolean;
}

/** Content that opens with {@link trust} as it is, for tests to alter. */
export async function syntheticContent(options: SyntheticBundleOptions = {}): Promise<BundleContent> {
  const { facts = syntheticFacts(), changed = changedBlocks, attestation, proveAbsent } = options;
  const { header, number, timestamp, hash, nodes } = await buildChain(facts, changed, proveAbsent);
  const statement = await attestBlock({
    did: didOf(peru),
    kid: peruKid,
    algorithm: 'ES256',
    chainId: deployment.chainId,
    number,
    hash,
    timestamp,
    sign: attestorSign,
    ...attestation,
  });
  return {
    chainId: deployment.chainId,
    header,
    trust: { mode: 'attested', statement },
    nodes,
    facts: structuredClone(facts),
    keySets: syntheticKeySets(),
  };
}

/** The real verification, which remembers its answers: loops over thousands of mutants ask the same again. */
export function rememberingVerifier(): SignatureVerifier {
  const answers = new Map<string, boolean>();
  return (key, data, signature) => {
    const question = [key.bytes, data, signature].map(toHex).join();
    const answer = answers.get(question) ?? verifySignature(key, data, signature);
    answers.set(question, answer);
    return answer;
  };
}
