import { type DidDocument, encodeMultikeyText, type MultikeyType } from '@eslabon/did';

/** How did:ethr names keys that can sign documents, and what they are. */
const types = new Map<string, MultikeyType>([
  ['P256', 'P-256'],
  ['P256VerificationKey2018', 'P-256'],
  ['Ed25519VerificationKey2018', 'Ed25519'],
]);

const lengths: Partial<Record<MultikeyType, number>> = { 'P-256': 33, Ed25519: 32 };

/**
 * The document with the keys that did:ethr publishes in hexadecimal as Multikey, which is what cryptosuites read
 * (Controlled Identifiers §2.2.2). Their ids, controllers and uses stay; what is no such key stays as it is.
 */
export function withMultikeys(document: DidDocument): DidDocument {
  const { verificationMethod } = document;
  if (verificationMethod === undefined) return document;
  return { ...document, verificationMethod: verificationMethod.map(toMultikey) };
}

type Method = NonNullable<DidDocument['verificationMethod']>[number];

function toMultikey(method: Method): Method {
  const { id, type, controller, publicKeyHex } = method as Method & { publicKeyHex?: unknown };
  const known = types.get(type);
  if (known === undefined || typeof publicKeyHex !== 'string') return method;
  const bytes = Uint8Array.from(Buffer.from(publicKeyHex, 'hex'));
  if (bytes.length !== lengths[known]) return method;
  const publicKeyMultibase = encodeMultikeyText({ type: known, bytes });
  return { id, type: 'Multikey', controller, publicKeyMultibase };
}
