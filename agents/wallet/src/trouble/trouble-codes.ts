/**
 * The wallet's own codes, each of which the screens have words for. Besides these a trouble may have a code of
 * EslabonError (packages/core), or, in the history, of the standard by which a verifier refused.
 */
export const troubleCodes = [
  // The browser
  'STORAGE_BLOCKED',
  'STORAGE_NEWER',
  'STORAGE_FAILED',
  'STORAGE_FULL',
  'STORAGE_LOST',
  'PAGE_INSECURE',
  'PASSKEY_UNAVAILABLE',
  'PASSKEY_REFUSED',
  // The wallet itself
  'WALLET_NEW',
  'WALLET_EXISTS',
  'WALLET_LOCKED',
  'NOT_HELD',
  // Backup
  'RECOVERY_CODE_MISTYPED',
  'RECOVERY_CODE_WRONG',
  'BACKUP_UNKNOWN',
  'BACKUP_NEWER',
  'BACKUP_DAMAGED',
  // Network
  'LINK_UNKNOWN',
  'ADDRESS_REFUSED',
  'UNREACHABLE',
  'OUT_OF_ORDER',
  'ANSWER_TOO_LARGE',
  'ANSWER_INVALID',
  // Receiving
  'OFFER_INVALID',
  'OFFER_GONE',
  'OFFER_UNSUPPORTED',
  'TX_CODE_MISSING',
  'TX_CODE_WRONG',
  'ISSUER_REFUSED',
  'PROOF_REFUSED',
  'CERTIFICATE_UNREADABLE',
  'CERTIFICATE_NOT_OURS',
  'CERTIFICATE_UNTRUSTED',
  'RENEWAL_IMPOSSIBLE',
  // Presenting
  'REQUEST_INVALID',
  'REQUEST_GONE',
  'REQUEST_UNSIGNED',
  'REQUEST_CLIENT_UNSUPPORTED',
  'REQUEST_KEY_UNKNOWN',
  'REQUEST_SIGNATURE',
  'REQUEST_AUDIENCE',
  'REQUEST_NONCE',
  'REQUEST_EXPIRED',
  'REQUEST_HOST',
  'REQUEST_UNSUPPORTED',
  'NOTHING_READ',
  'VERIFIER_REFUSED',
  'UNCONFIRMED',
  // Delegation
  'INVITATION_INVALID',
  'DELEGATION_INVALID',
  'DELEGATION_NOT_OURS',
  'DELEGATION_EXPIRED',
  'DELEGATION_WITHDRAWN',
  'DELEGATION_SIGNATURE',
  'INTERNAL',
] as const;

export type TroubleCode = (typeof troubleCodes)[number];
