import type { Service, VerificationMethod } from '../document/did-document.js';
import { nameOf } from './attribute-text.js';
import { checksumAddress } from './checksum-address.js';
import type { EthrAttributeChange, EthrDelegateChange } from './ethr-event.js';
import type { EthrIdentity } from './ethr-identity.js';
import { keyMaterial, methodType } from './key-method.js';
import { serviceEndpoint } from './service-endpoint.js';

/**
 * A larger value counts, so that what comes after it keeps its number, but is not shown: a document stays small, and
 * base58, which takes quadratic time, cheap.
 */
const maxValueBytes = { base58: 256, else: 4_096 };

type Use = 'authentication' | 'assertionMethod' | 'keyAgreement';

/** What a published key or service becomes in the document. */
type EthrPart =
  | { kind: 'key'; method: VerificationMethod; uses: readonly Use[] }
  | { kind: 'service'; service: Service };

/** Keys and services in the order of their publication, and how many of each there have been. */
export interface EthrParts {
  /** By what they were published as: publishing the same again replaces it in its place, under a new number. */
  shown: Map<string, EthrPart>;
  keys: number;
  services: number;
}

/**
 * Takes a delegate into the parts. Every one counts, whether it is valid, of a known type, or neither; `veriKey` may
 * assert, `sigAuth` also authenticate.
 */
export function applyDelegate(
  parts: EthrParts,
  { did, chainId }: EthrIdentity,
  { delegateType, delegate }: EthrDelegateChange,
  isValid: boolean,
): void {
  const type = nameOf(delegateType);
  const id = `${did}#delegate-${++parts.keys}`;
  const place = `delegate ${type} ${delegate}`;
  if (!isValid) {
    parts.shown.delete(place);
  } else if (type === 'veriKey' || type === 'sigAuth') {
    const method = {
      id,
      type: 'EcdsaSecp256k1RecoveryMethod2020',
      controller: did,
      blockchainAccountId: `eip155:${chainId}:${checksumAddress(delegate)}`,
    };
    const uses: Use[] = type === 'sigAuth' ? ['authentication', 'assertionMethod'] : ['assertionMethod'];
    parts.shown.set(place, { kind: 'key', method, uses });
  }
}

const attributeName = /^did\/(pub|svc)\/(\w+)(?:\/(\w+))?(?:\/(\w+))?$/;

/**
 * Takes an attribute into the parts. While it is valid it counts when its name is that of a key or a service in full;
 * once it has expired or is revoked, when its name only begins so. That is did:ethr as it is resolved everywhere: the
 * numbers of the keys after it depend on it.
 */
export function applyAttribute(
  parts: EthrParts,
  identity: EthrIdentity,
  { name, value }: EthrAttributeChange,
  isValid: boolean,
): void {
  const text = nameOf(name) ?? '';
  const place = `attribute ${text} ${value}`;
  if (!isValid) {
    if (text.startsWith('did/pub/')) parts.keys++;
    else if (text.startsWith('did/svc/')) parts.services++;
    parts.shown.delete(place);
    return;
  }
  const [, section, word, purpose, encoding] = attributeName.exec(text) ?? [];
  if (section === undefined || word === undefined) return;
  const number = section === 'pub' ? ++parts.keys : ++parts.services;
  const maxBytes = encoding === 'base58' ? maxValueBytes.base58 : maxValueBytes.else;
  if (value.length > 2 + 2 * maxBytes) return;
  const part =
    section === 'pub'
      ? keyPart(`${identity.did}#delegate-${number}`, identity.did, { word, purpose, encoding, value })
      : servicePart(`${identity.did}#service-${number}`, word, value);
  if (part !== undefined) parts.shown.set(place, part);
}

interface KeyAttribute {
  word: string;
  purpose: string | undefined;
  encoding: string | undefined;
  value: EthrAttributeChange['value'];
}

function keyPart(
  id: string,
  did: string,
  { word, purpose, encoding, value }: KeyAttribute,
): EthrPart | undefined {
  const material = keyMaterial(encoding, value);
  if (material === undefined) return undefined;
  const method = { id, type: methodType(word, purpose), controller: did, ...material };
  if (purpose === 'enc') return { kind: 'key', method, uses: ['keyAgreement'] };
  return {
    kind: 'key',
    method,
    uses: purpose === 'sigAuth' ? ['authentication', 'assertionMethod'] : ['assertionMethod'],
  };
}

function servicePart(id: string, type: string, value: EthrAttributeChange['value']): EthrPart | undefined {
  const found = serviceEndpoint(value);
  return found && { kind: 'service', service: { id, type, serviceEndpoint: found.endpoint } };
}
