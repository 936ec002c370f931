/** An SD-JWT with its disclosures is read up to this many characters unless the caller says otherwise… */
export const maxSdJwtCharacters = 262_144;

/** …and this many disclosures… */
export const maxDisclosures = 256;

/** …which with decoys may be named by this many digests… */
export const maxDigests = 1_024;

/** …at this depth, counting what disclosures nest into each other. */
export const maxClaimDepth = 32;
