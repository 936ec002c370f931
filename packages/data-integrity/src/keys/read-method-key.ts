import { joseKeyFromJwk } from '@eslabon/credentials';
import type { JsonObject } from '../json/json-object.js';
import { readMultikey } from './read-multikey.js';
import type { SuiteAlgorithm, SuiteKey } from './suite-key.js';
import { suiteKeyFrom } from './suite-key.js';

interface MethodType {
  read: (method: JsonObject) => SuiteKey | undefined;
  algorithms: readonly SuiteAlgorithm[];
}

const fromMultikey = ({ publicKeyMultibase }: JsonObject) => readMultikey(publicKeyMultibase);
const fromJwk = ({ publicKeyJwk }: JsonObject) => suiteKeyFrom(() => joseKeyFromJwk(publicKeyJwk));

/** The types of verification methods that proofs may name, and the keys that each may hold. */
const methodTypes: Readonly<Record<string, MethodType>> = {
  Multikey: { read: fromMultikey, algorithms: ['ES256', 'ES384', 'EdDSA'] },
  JsonWebKey: { read: fromJwk, algorithms: ['ES256', 'ES384', 'EdDSA'] },
  JsonWebKey2020: { read: fromJwk, algorithms: ['ES256', 'ES384', 'EdDSA'] },
  Ed25519VerificationKey2020: { read: fromMultikey, algorithms: ['EdDSA'] },
};

/** The public key of a verification method; `undefined` for a type that is not known or a key that does not fit it. */
export function readMethodKey(method: JsonObject): SuiteKey | undefined {
  const type = typeof method.type === 'string' && Object.hasOwn(methodTypes, method.type) && method.type;
  const known = type === false ? undefined : methodTypes[type];
  const key = known?.read(method);
  return key !== undefined && known?.algorithms.includes(key.algorithm) ? key : undefined;
}
