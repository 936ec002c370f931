/** Browsers hide passkeys from pages that came over plain http. */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && isSecureContext;
}
