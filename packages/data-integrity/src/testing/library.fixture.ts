import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { packagedContexts } from '../contexts/packaged-contexts.js';
import type { JsonObject } from '../json/json-object.js';
import type { CryptosuiteName } from '../suites/suite.js';
import { created, now } from './documents.fixture.js';
import type { TestKey } from './keys.fixture.js';
import { didDocument } from './keys.fixture.js';

/** Contexts of ours and did:key; the libraries get nothing else. */
export async function documentLoader(url: string): Promise<object> {
  const [did, fragment] = url.split('#') as [string, string | undefined];
  const context = packagedContexts.get(url);
  if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context };
  if (!url.startsWith('did:key:z')) throw new Error(`Not in the package: ${url}`);
  const document = didDocument(did);
  const [method] = document.verificationMethod as JsonObject[];
  const methodContext = { '@context': 'https://w3id.org/security/multikey/v1' };
  return {
    contextUrl: null,
    documentUrl: url,
    document: fragment === undefined ? document : { ...methodContext, ...method },
  };
}

interface LibrarySuite {
  sign: (mandatoryPointers: readonly string[]) => object;
  verify: object;
}

const librarySuites: Readonly<Record<CryptosuiteName, LibrarySuite>> = {
  'eddsa-rdfc-2022': { sign: () => eddsaRdfc, verify: eddsaRdfc },
  'ecdsa-rdfc-2019': { sign: () => ecdsaRdfc, verify: ecdsaRdfc },
  'eddsa-jcs-2022': { sign: eddsaJcs.createSignCryptosuite, verify: eddsaJcs.createVerifyCryptosuite() },
  'ecdsa-jcs-2019': { sign: ecdsaJcs.createSignCryptosuite, verify: ecdsaJcs.createVerifyCryptosuite() },
  'ecdsa-sd-2023': {
    sign: (mandatoryPointers) => ecdsaSd.createSignCryptosuite({ mandatoryPointers }),
    verify: ecdsaSd.createVerifyCryptosuite(),
  },
};

const copy = (document: JsonObject): JsonObject => structuredClone(document);

export function issueWithLibrary(
  credential: JsonObject,
  name: CryptosuiteName,
  { library }: TestKey,
  mandatoryPointers: readonly string[] = [],
): Promise<JsonObject> {
  const suite = new DataIntegrityProof({
    signer: library.signer(),
    date: created,
    cryptosuite: librarySuites[name].sign(mandatoryPointers),
  });
  return vc.issue({ credential: copy(credential), suite, documentLoader, now });
}

export function deriveWithLibrary(
  verifiableCredential: JsonObject,
  selectivePointers: readonly string[],
): Promise<JsonObject> {
  const cryptosuite = ecdsaSd.createDiscloseCryptosuite({ selectivePointers });
  const suite = new DataIntegrityProof({ cryptosuite });
  return vc.derive({ verifiableCredential: copy(verifiableCredential), suite, documentLoader });
}

export async function verifyWithLibrary(credential: JsonObject, name: CryptosuiteName): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite: librarySuites[name].verify });
  const { verified } = await vc.verifyCredential({
    credential: copy(credential),
    suite,
    documentLoader,
    now,
  });
  return verified;
}
