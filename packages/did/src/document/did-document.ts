/** A verification method (DID Core §5.2). Its key stands in a member that its type names. */
export interface VerificationMethod {
  id: string;
  type: string;
  controller: string;
  [material: string]: unknown;
}

/** A service (DID Core §5.4). */
export interface Service {
  id: string;
  type: string | string[];
  serviceEndpoint: unknown;
  [member: string]: unknown;
}

/** A relationship names a method of the document, or has one of its own. */
export type VerificationRelationship = readonly (string | VerificationMethod)[];

/** The verification relationships of DID Core §5.3. */
export const relationshipNames = [
  'authentication',
  'assertionMethod',
  'keyAgreement',
  'capabilityInvocation',
  'capabilityDelegation',
] as const;

export type RelationshipName = (typeof relationshipNames)[number];

/** A DID document (DID Core §4). JSON; not to be changed by whoever gets it. */
export interface DidDocument extends Partial<Record<RelationshipName, VerificationRelationship>> {
  '@context'?: readonly unknown[] | string;
  id: string;
  alsoKnownAs?: readonly string[];
  controller?: string | readonly string[];
  verificationMethod?: readonly VerificationMethod[];
  service?: readonly Service[];
}
