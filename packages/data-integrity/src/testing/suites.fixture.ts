import type { SuiteAlgorithm } from '../keys/suite-key.js';
import type { CryptosuiteName } from '../suites/suite.js';

/** Every cryptosuite with every algorithm of it that signs a document whole. */
export const wholeSuites: readonly (readonly [CryptosuiteName, SuiteAlgorithm])[] = [
  ['eddsa-rdfc-2022', 'EdDSA'],
  ['eddsa-jcs-2022', 'EdDSA'],
  ['ecdsa-rdfc-2019', 'ES256'],
  ['ecdsa-rdfc-2019', 'ES384'],
  ['ecdsa-jcs-2019', 'ES256'],
  ['ecdsa-jcs-2019', 'ES384'],
];
