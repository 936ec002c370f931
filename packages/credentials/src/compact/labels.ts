/** How the text of a compact certificate begins, and every code that is printed on paper. */
export const compactPrefix = 'AEO1:';

/** Media type in the protected header (RFC 9596): a COSE_Sign1 of another type is never taken for a certificate. */
export const compactMediaType = 'application/aeo+cwt';

/** A text is read up to this many characters; the largest code that we print holds 1,248. */
export const maxCompactCharacters = 2_048;

/**
 * Claims of a compact certificate: those of RFC 8392 §4, and one of private use for what has none there (numbers
 * below −65536, RFC 8392 §9.1).
 */
export const compactClaims = {
  /** `issuer.id`, text. */
  iss: 1,
  /** `validUntil`, whole seconds since 1970; may be negative. */
  exp: 4,
  /** `validFrom`, the same. */
  nbf: 5,
  /** The UUID in `id`, 16 bytes. */
  cti: 7,
  /** A map under `aeoLabels`. */
  aeo: -65_537,
} as const;

/** Members of the private claim. Absent members of the certificate are absent here. */
export const aeoLabels = {
  /** `issuer.name`, text. */
  issuerName: 1,
  /** `issuer.country`, text. */
  issuerCountry: 2,
  /** Of `validFrom` and `validUntil`, minutes east of UTC; absent for UTC. */
  utcOffset: 3,
  /** Text. */
  legalName: 4,
  /** Text. */
  tin: 5,
  /** Text. */
  certificateNumber: 6,
  /** The bit of `certificateTypes`. */
  certificateType: 7,
  /** The mask of `operatorRoleMask`. */
  operatorRoles: 8,
  /** Days since 1970-01-01, as all three dates (RFC 8943 without its tag). */
  decisionDate: 9,
  effectiveDate: 10,
  validUntil: 11,
  /** Of the status entry. */
  chainId: 12,
  /** Of the status entry, 20 bytes. */
  contract: 13,
  list: 14,
  index: 15,
} as const;
