import type { AeoCredential, Did } from '@eslabon/core';
import { aeoCredentialSchema, EslabonError } from '@eslabon/core';

/**
 * The credential, when it is a complete AEO credential of this authority: the kernel signs nothing else.
 * @throws EslabonError CREDENTIAL_SCHEMA, CREDENTIAL_MALFORMED when the issuer is another.
 */
export function checkedCredential(credential: unknown, did: Did): AeoCredential {
  const parsed = aeoCredentialSchema.safeParse(credential);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    const first = issues[0];
    throw new EslabonError(
      'CREDENTIAL_SCHEMA',
      `This is not an AEO credential: ${first?.path || 'it'} ${first?.message ?? 'does not fit'}.`,
      { details: { issues } },
    );
  }
  if (parsed.data.issuer.id !== did) {
    throw new EslabonError(
      'CREDENTIAL_MALFORMED',
      `${did} cannot sign a credential whose issuer is ${parsed.data.issuer.id}.`,
    );
  }
  return parsed.data;
}
