/** A credential token is read up to this many characters. */
export const maxCredentialBytes = 65_536;

/** A presentation token is read up to this many characters… */
export const maxPresentationBytes = 524_288;

/** …and this many credentials. */
export const maxCredentials = 20;

/** The decoded form repeats in JSON what its tokens say. */
export const maxDecodedBytes = 4 * maxPresentationBytes;
