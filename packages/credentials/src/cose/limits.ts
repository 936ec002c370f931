/** A COSE_Sign1 is read up to this many bytes unless the caller says otherwise: in base64 three quarters as much. */
export const maxCoseBytes = 393_216;

/** Data items of CBOR in a COSE_Sign1 and in its protected header: neither needs a dozen, and none nests deeper. */
export const maxCborItems = 64;
