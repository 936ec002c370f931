import { ecdsaCurves, encodeMultikey } from '@eslabon/credentials';
import type { JsonObject } from '../json/json-object.js';
import { concat, digest } from '../suites/digest.js';
import { groupStatements } from './group-statements.js';
import { writeBaseProof } from './proof-values.js';
import { checkPointers } from './select.js';

/** Signs bytes with ES256. */
type Sign = (data: Uint8Array) => Promise<Uint8Array>;

/**
 * The value of a base proof (ECDSA Cryptosuites 1.0 §3.6.5): every statement that is not mandatory is signed by itself
 * with a key that is made for this document and thrown away; the issuer signs the mandatory ones and that key.
 * @param proofHash hash of the proof's configuration
 */
export async function createBaseProof(
  document: JsonObject,
  proofHash: Uint8Array,
  mandatoryPointers: readonly string[],
  sign: Sign,
): Promise<string> {
  checkPointers(mandatoryPointers);
  const hmacKey = crypto.getRandomValues(new Uint8Array(32));
  const { statements, groups } = await groupStatements(document, hmacKey, [mandatoryPointers]);
  const mandatory = groups[0]?.positions ?? new Set<number>();
  const local = await createStatementKey();
  const signatures = await Promise.all(statements.filter((_, at) => !mandatory.has(at)).map(local.sign));
  const baseSignature = await sign(
    concat(proofHash, local.publicKey, hashMandatory(statements.filter((_, at) => mandatory.has(at)))),
  );
  return writeBaseProof({
    baseSignature,
    publicKey: local.publicKey,
    hmacKey,
    signatures,
    mandatoryPointers,
  });
}

/** §3.4.16 */
export function hashMandatory(statements: readonly string[]): Uint8Array {
  return digest('sha256', statements.join(''));
}

async function createStatementKey(): Promise<{
  publicKey: Uint8Array;
  sign: (statement: string) => Promise<Uint8Array>;
}> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const compressed = ecdsaCurves.ES256.Point.fromBytes(point).toBytes(true);
  return {
    publicKey: encodeMultikey({ algorithm: 'ES256', bytes: compressed }),
    sign: async (statement) => {
      const data = new TextEncoder().encode(statement);
      return new Uint8Array(
        await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, data),
      );
    },
  };
}
