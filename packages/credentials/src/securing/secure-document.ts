import type { Signer } from '../crypto/sign.js';
import type { ConcealOptions } from '../sd-jwt/conceal-payload.js';
import type { ContentOptions } from './content.js';
import { requireNotWithheld } from './require-not-withheld.js';
import type { Securing } from './securing.js';
import type { SecuredMediaType } from './securings.js';
import { securings } from './securings.js';
import { unsupportedSecuring } from './unsupported-securing.js';

export interface SecureOptions extends ContentOptions {
  mediaType: SecuredMediaType;
  signer: Signer;
  /** Claims that the token adds: for presentations `aud`, `nonce` and `exp`, for instance. */
  claims?: Record<string, unknown>;
  /** When it is signed, Unix seconds: `iat`. */
  issuedAt?: number;
  /** For SD-JWT: what the holder may withhold. */
  selective?: ConcealOptions;
}

/**
 * Secures a credential or presentation. What a verifier would refuse is refused here, before it is signed.
 * @returns the token; COSE in base64.
 * @throws EslabonError CREDENTIAL_MALFORMED, CREDENTIAL_TOO_LARGE, CREDENTIAL_SIGNATURE, CREDENTIAL_FORMAT_UNSUPPORTED,
 *   CREDENTIAL_ALGORITHM_UNSUPPORTED, INPUT_INVALID
 */
export async function secureDocument(
  document: Record<string, unknown>,
  { mediaType, signer, claims = {}, issuedAt, selective, additionalMembers }: SecureOptions,
): Promise<string> {
  const securing = (securings as readonly Securing[]).find((one) => one.mediaType === mediaType);
  if (securing === undefined) throw unsupportedSecuring(`“${mediaType}” is no way of securing.`);
  const { container, content, contentType } = securing;
  const payload = { ...document, ...claims };
  content.check(payload, additionalMembers === undefined ? {} : { additionalMembers });
  requireNotWithheld(selective?.disclosable ?? []);
  const header = {
    mediaType,
    signer,
    ...(contentType !== undefined && { contentType }),
    ...(issuedAt !== undefined && { issuedAt }),
  };
  return container.seal(payload, header, selective);
}
