import { publicKeyToJwk } from '@eslabon/credentials';
import type { AddProofOptions, SuiteAlgorithm, VerifyProofsOptions } from '@eslabon/data-integrity';
import { createMethodResolver, verifyProofs } from '@eslabon/data-integrity';
import type { Material } from './material.js';

export interface SuiteMeans {
  signing: Pick<AddProofOptions, 'verificationMethod' | 'signer' | 'created'>;
  /** Verifies every proof, and throws where one is not. */
  verify: (secured: unknown) => Promise<void>;
  bareSign: () => unknown;
  bareVerify: () => unknown;
}

/** What proofs by a key of the issuer's are made and verified with. */
export function suiteMeans({ credential, key, now }: Material, algorithm: SuiteAlgorithm): SuiteMeans {
  const { kid, signer, publicKey, bareSign, bareVerify } = key(algorithm);
  const { id } = credential.issuer;
  const method = { id: kid, type: 'JsonWebKey', controller: id, publicKeyJwk: publicKeyToJwk(publicKey) };
  const document = { id, verificationMethod: [method], assertionMethod: [kid] };
  const at = new Date(now * 1000);
  const options: VerifyProofsOptions = {
    resolveVerificationMethod: createMethodResolver(async () => document),
    purpose: 'assertionMethod',
    now: at,
  };
  return {
    signing: {
      verificationMethod: kid,
      signer: { algorithm, sign: signer.sign },
      created: `${at.toISOString().slice(0, 19)}Z`,
    },
    verify: async (secured) => {
      const { verified, problems } = await verifyProofs(secured, options);
      if (!verified) throw new Error(`The proof is not verified: ${JSON.stringify(problems)}`);
    },
    bareSign,
    bareVerify,
  };
}
