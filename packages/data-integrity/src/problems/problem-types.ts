const vcdm = 'https://www.w3.org/TR/vc-data-model#';
const security = 'https://w3id.org/security#';

const malformed = `${vcdm}MALFORMED_VALUE_ERROR`;
const parsing = `${vcdm}PARSING_ERROR`;
const range = `${vcdm}RANGE_ERROR`;
const cryptographic = `${vcdm}CRYPTOGRAPHIC_SECURITY_ERROR`;
const proof = `${security}PROOF_VERIFICATION_ERROR`;
const method = `${security}INVALID_VERIFICATION_METHOD`;

/**
 * Every code that a document or a proof can be refused with, and the problem type that the standards have for it
 * (VCDM 2.0 §7.3, VC Data Integrity §4.8, Controlled Identifiers §3.5). Codes are a contract; README.md lists them.
 */
export const problemTypes = {
  // Shape and size
  DOCUMENT_NOT_OBJECT: parsing,
  DOCUMENT_NOT_JSON: parsing,
  DOCUMENT_TOO_LARGE: parsing,
  DOCUMENT_TOO_DEEP: parsing,
  GRAPH_TOO_LARGE: parsing,
  GRAPH_TOO_COMPLEX: parsing,
  // JSON-LD
  CONTEXT_MISSING: malformed,
  CONTEXT_NOT_FIRST: malformed,
  CONTEXT_ITEM: malformed,
  CONTEXT_UNKNOWN: malformed,
  CONTEXT_REDEFINES: malformed,
  CONTEXT_INVALID: malformed,
  TERM_UNDEFINED: malformed,
  TYPE_UNDEFINED: malformed,
  JSON_LD_INVALID: malformed,
  // Data model
  MEMBER_MISSING: malformed,
  MEMBER_NOT_OBJECT: malformed,
  ID_MISSING: malformed,
  ID_NOT_URL: malformed,
  TYPE_MISSING: malformed,
  TYPE_NOT_TEXT: malformed,
  TYPE_REQUIRED: malformed,
  SUBJECT_EMPTY: malformed,
  LANGUAGE_VALUE: malformed,
  DATE_NOT_STAMP: malformed,
  VALIDITY_ORDER: range,
  NOT_YET_VALID: range,
  EXPIRED: range,
  RESOURCE_DUPLICATE: malformed,
  RESOURCE_DIGEST_MISSING: malformed,
  RESOURCE_DIGEST_MALFORMED: malformed,
  RESOURCE_DIGEST_MISMATCH: cryptographic,
  ENVELOPE_MALFORMED: malformed,
  // The proof as an object
  PROOF_MISSING: proof,
  PROOF_NOT_OBJECT: proof,
  PROOF_TOO_MANY: proof,
  PROOF_ID: proof,
  PROOF_TYPE_MISSING: proof,
  PROOF_TYPE_UNKNOWN: proof,
  PROOF_CRYPTOSUITE_MISSING: proof,
  PROOF_CRYPTOSUITE_UNKNOWN: proof,
  PROOF_METHOD_MISSING: proof,
  PROOF_CREATED_MISSING: proof,
  PROOF_CREATED_INVALID: proof,
  PROOF_EXPIRES_INVALID: proof,
  PROOF_PURPOSE_MISSING: proof,
  PROOF_PURPOSE_MISMATCH: proof,
  PROOF_VALUE_MISSING: proof,
  PROOF_VALUE_ENCODING: proof,
  PROOF_VALUE_LENGTH: proof,
  PROOF_VALUE_MALFORMED: proof,
  PROOF_VALUE_BASE: proof,
  PROOF_CONTEXT: proof,
  PROOF_MEMBER: proof,
  // What a proof is for, and for how long
  PROOF_EXPIRED: proof,
  PROOF_DOMAIN: `${security}INVALID_DOMAIN_ERROR`,
  PROOF_CHALLENGE: `${security}INVALID_CHALLENGE_ERROR`,
  // Chains
  PREVIOUS_PROOF_INVALID: proof,
  PREVIOUS_PROOF_MISSING: proof,
  PREVIOUS_PROOF_FAILED: proof,
  PREVIOUS_PROOF_CYCLE: proof,
  // Keys
  METHOD_UNRESOLVED: method,
  METHOD_NOT_FOUND: method,
  METHOD_INVALID: method,
  METHOD_PURPOSE: `${security}INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD`,
  METHOD_REVOKED: method,
  METHOD_EXPIRED: method,
  KEY_INVALID: method,
  KEY_MISMATCH: method,
  CONTROLLER_MISMATCH: cryptographic,
  SIGNATURE_INVALID: cryptographic,
  // Selective disclosure
  POINTER_INVALID: `${security}PROOF_GENERATION_ERROR`,
  POINTER_UNMATCHED: `${security}PROOF_GENERATION_ERROR`,
  DISCLOSURE_EMPTY: `${security}PROOF_GENERATION_ERROR`,
} as const satisfies Record<string, string>;

export type ProblemCode = keyof typeof problemTypes;
