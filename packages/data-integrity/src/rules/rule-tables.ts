import { vcdm1Context, vcdm2Context } from '@eslabon/core';
import { contextBeginsWith } from './context.js';
import { identifier } from './identifier.js';
import { names } from './names.js';
import { partyIn } from './party.js';
import { presented } from './presented.js';
import { relatedResource } from './related-resource.js';
import type { Rule } from './rule.js';
import { subject } from './subject.js';
import { typedObjects } from './typed-objects.js';
import { typeIncludes } from './types.js';
import { validity } from './validity.js';

/** VCDM 2.0, §4 and §5. */
export const credentialRules2: readonly Rule[] = [
  contextBeginsWith(vcdm2Context),
  identifier,
  typeIncludes('VerifiableCredential'),
  names,
  partyIn('issuer', true),
  subject,
  validity('validFrom', 'validUntil', false),
  typedObjects('credentialStatus', 'may have id'),
  typedObjects('credentialSchema', 'needs id'),
  typedObjects('evidence', 'may have id'),
  typedObjects('termsOfUse', 'may have id'),
  typedObjects('refreshService', 'may have id'),
  relatedResource,
];

/** VCDM 1.1, §4 and §5. */
export const credentialRules1: readonly Rule[] = [
  contextBeginsWith(vcdm1Context),
  identifier,
  typeIncludes('VerifiableCredential'),
  partyIn('issuer', true),
  subject,
  validity('issuanceDate', 'expirationDate', true),
  typedObjects('credentialStatus', 'needs id'),
  typedObjects('credentialSchema', 'needs id'),
  typedObjects('evidence', 'may have id'),
  typedObjects('termsOfUse', 'may have id'),
  typedObjects('refreshService', 'needs id'),
];

const presentationRules: readonly Rule[] = [
  identifier,
  typeIncludes('VerifiablePresentation'),
  partyIn('holder', false),
  typedObjects('termsOfUse', 'may have id'),
  presented,
];

/** VCDM 2.0 §4.13. */
export const presentationRules2: readonly Rule[] = [contextBeginsWith(vcdm2Context), ...presentationRules];

/** VCDM 1.1 §4.10. */
export const presentationRules1: readonly Rule[] = [contextBeginsWith(vcdm1Context), ...presentationRules];
