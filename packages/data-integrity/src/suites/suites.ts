import type { JsonObject } from '../json/json-object.js';
import type { CryptosuiteName, Suite } from './suite.js';

const type = 'DataIntegrityProof';

/** VC Data Integrity EdDSA Cryptosuites 1.0 §3, ECDSA Cryptosuites 1.0 §3. */
export const suites: Readonly<Record<CryptosuiteName, Suite>> = {
  'eddsa-rdfc-2022': {
    name: 'eddsa-rdfc-2022',
    type,
    algorithms: ['EdDSA'],
    transformation: 'rdfc',
    header: 'z',
  },
  'eddsa-jcs-2022': {
    name: 'eddsa-jcs-2022',
    type,
    algorithms: ['EdDSA'],
    transformation: 'jcs',
    header: 'z',
  },
  'ecdsa-rdfc-2019': {
    name: 'ecdsa-rdfc-2019',
    type,
    algorithms: ['ES256', 'ES384'],
    transformation: 'rdfc',
    header: 'z',
  },
  'ecdsa-jcs-2019': {
    name: 'ecdsa-jcs-2019',
    type,
    algorithms: ['ES256', 'ES384'],
    transformation: 'jcs',
    header: 'z',
  },
  'ecdsa-sd-2023': {
    name: 'ecdsa-sd-2023',
    type,
    algorithms: ['ES256'],
    transformation: 'sd',
    header: 'u',
  },
};

/** EdDSA Cryptosuites 1.0 §3.4 (legacy): verified, never made. */
const ed25519Signature2020: Suite = {
  name: 'Ed25519Signature2020',
  type: 'Ed25519Signature2020',
  algorithms: ['EdDSA'],
  transformation: 'rdfc',
  header: 'z',
};

/** The suite of a proof, by its type and cryptosuite alone; `undefined` for any other. */
export function suiteOf({ type: proofType, cryptosuite }: JsonObject): Suite | undefined {
  if (proofType === 'Ed25519Signature2020') return ed25519Signature2020;
  if (proofType !== type || typeof cryptosuite !== 'string') return undefined;
  return Object.hasOwn(suites, cryptosuite) ? suites[cryptosuite as CryptosuiteName] : undefined;
}
