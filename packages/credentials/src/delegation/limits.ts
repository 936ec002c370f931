/** A delegation token is read up to this many characters: a certificate of the largest size, in base64url once more. */
export const maxDelegationBytes = 98_304;
