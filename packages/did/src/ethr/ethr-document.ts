import type { Address } from '@eslabon/core';
import { contexts } from '../document/contexts.js';
import type { DidDocument } from '../document/did-document.js';
import type { ResolvedVersion } from '../resolution/did-method.js';
import { nameOf } from './attribute-text.js';
import { checksumAddress } from './checksum-address.js';
import type { EthrEvent } from './ethr-event.js';
import type { EthrIdentity } from './ethr-identity.js';
import { applyAttribute, applyDelegate, type EthrParts } from './ethr-parts.js';
import { isoSecond } from './iso-second.js';

const nobody = `0x${'0'.repeat(40)}`;

const ethrContexts = [contexts.did, contexts.secp256k1Recovery2020, contexts.securityV3];

/** Which of the events count, and when it is. */
export interface EthrMoment {
  /** True for the events from the first on until the first that is later. */
  isUntil(event: EthrEvent): boolean;
  /** Unix seconds: what is valid until an earlier instant has expired. */
  now: number;
}

/**
 * The DID document of a did:ethr at a moment, from all the events of its identity in the order of the chain
 * (did:ethr, “Read (Resolve)”). Equal to what ethr-did-resolver 11 makes, with the differences that the README of this
 * package names. An identity without events is controlled by its address. Once its owner is the zero address it is
 * deactivated for ever, although the contract then lets the first key act again.
 */
export function ethrDocument(
  identity: EthrIdentity,
  events: readonly EthrEvent[],
  { isUntil, now }: EthrMoment,
): ResolvedVersion {
  const parts: EthrParts = { shown: new Map(), keys: 0, services: 0 };
  let owner: Address = identity.address;
  let version: EthrEvent | undefined;
  let next: EthrEvent | undefined;
  for (const event of events) {
    if (!isText(event)) continue;
    if (!isUntil(event)) {
      next = event;
      break;
    }
    version = event;
    if (event.kind === 'owner') {
      owner = event.owner;
      if (owner === nobody) break;
    } else {
      const isValid = event.validTo !== 0n && event.validTo >= BigInt(now);
      if (event.kind === 'delegate') applyDelegate(parts, identity, event, isValid);
      else applyAttribute(parts, identity, event, isValid);
    }
  }
  const isDeactivated = owner === nobody;
  const canonical = `did:ethr:0x${identity.chainId.toString(16)}:${canonicalId(identity)}`;
  return {
    didDocument: isDeactivated ? emptyDocument(identity.did) : documentOf(identity, owner, parts),
    didDocumentMetadata: {
      ...(isDeactivated ? { deactivated: true } : {}),
      ...(version && { versionId: `${version.blockNumber}`, updated: isoSecond(version.timestamp) }),
      ...(next && { nextVersionId: `${next.blockNumber}`, nextUpdate: isoSecond(next.timestamp) }),
      ...(canonical === identity.did ? {} : { equivalentId: [canonical] }),
    },
  };
}

/** ERC-1056 may be used for other things than DIDs: names that are no text are not of a DID, and make no version. */
function isText(event: EthrEvent): boolean {
  if (event.kind === 'owner') return true;
  return nameOf(event.kind === 'delegate' ? event.delegateType : event.name) !== undefined;
}

function canonicalId({ address, publicKeyHex }: EthrIdentity): string {
  return publicKeyHex === undefined ? address : `0x${publicKeyHex.toLowerCase()}`;
}

function emptyDocument(did: string): DidDocument {
  return {
    '@context': ethrContexts,
    id: did,
    verificationMethod: [],
    authentication: [],
    assertionMethod: [],
  };
}

function documentOf(identity: EthrIdentity, owner: Address, { shown }: EthrParts): DidDocument {
  const { did, chainId, address, publicKeyHex } = identity;
  const controller = {
    id: `${did}#controller`,
    type: 'EcdsaSecp256k1RecoveryMethod2020',
    controller: did,
    blockchainAccountId: `eip155:${chainId}:${checksumAddress(owner)}`,
  };
  // A key in the DID itself says nothing any more when somebody else owns the identity.
  const own =
    publicKeyHex === undefined || owner !== address
      ? []
      : [
          {
            id: `${did}#controllerKey`,
            type: 'EcdsaSecp256k1VerificationKey2019',
            controller: did,
            publicKeyHex,
          },
        ];
  const controllers = [controller, ...own].map(({ id }) => id);
  const parts = [...shown.values()];
  const keys = parts.filter((part) => part.kind === 'key');
  const services = parts.filter((part) => part.kind === 'service').map(({ service }) => service);
  const usedFor = (use: (typeof keys)[number]['uses'][number]) =>
    keys.filter(({ uses }) => uses.includes(use)).map(({ method }) => method.id);
  const keyAgreement = usedFor('keyAgreement');
  return {
    '@context': ethrContexts,
    id: did,
    verificationMethod: [controller, ...own, ...keys.map(({ method }) => method)],
    authentication: [...controllers, ...usedFor('authentication')],
    assertionMethod: [...controllers, ...usedFor('assertionMethod')],
    ...(services.length === 0 ? {} : { service: services }),
    ...(keyAgreement.length === 0 ? {} : { keyAgreement }),
  };
}
