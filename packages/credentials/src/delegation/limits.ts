/**
 * A delegation token is read up to this many characters. A certificate of the largest size takes 87,382 of them, in
 * base64url once more; every other member at its longest fits into the rest.
 */
export const maxDelegationBytes = 98_304;
