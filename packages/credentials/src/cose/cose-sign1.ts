/** COSE algorithms that are known here (RFC 9053 §2), by their identifiers. ES256K is of JOSE only. */
export const coseAlgorithms = { ES256: -7, ES384: -35, ES512: -36, EdDSA: -8 } as const;

export type CoseAlgorithm = keyof typeof coseAlgorithms;

/** Labels of header parameters (RFC 9052 §3.1, RFC 9596 for typ, RFC 9597 for CWT claims). */
export const labels = { alg: 1, crit: 2, contentType: 3, kid: 4, cwtClaims: 15, typ: 16 } as const;

/** Labels of CWT claims (RFC 8392 §4). */
export const cwtLabels = { iss: 1, sub: 2, aud: 3, exp: 4, nbf: 5, iat: 6, cti: 7 } as const;

/** The protected header members that are read. */
export interface CoseHeader {
  alg: CoseAlgorithm;
  /** UTF-8 text of the key identifier. */
  kid?: string;
  typ?: string;
  contentType?: string;
  /** When it was signed, Unix seconds: `iat` of the CWT claims in the header. */
  issuedAt?: number;
}

/** A COSE_Sign1 taken apart. Nothing in it is trusted before the signature is verified. */
export interface CoseSign1 {
  header: CoseHeader;
  payload: Uint8Array;
  /** The bytes that were signed: the Sig_structure (RFC 9052 §4.4). */
  signingInput: Uint8Array;
  signature: Uint8Array;
}
