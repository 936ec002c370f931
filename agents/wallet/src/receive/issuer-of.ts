import { plainText } from '@eslabon/verifier';
import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import type { StoredIssuer } from '../store/stored.js';

/** Address and name of an issuer as its metadata have them. The name is its own word; the address is where we went. */
export function issuerOf({ credentialIssuer }: IssuerMetadataResult): StoredIssuer {
  const { credential_issuer: url, display } = credentialIssuer;
  const name = display?.find((entry) => typeof entry.name === 'string')?.name ?? new URL(url).host;
  return { url, name: plainText(name, 256) };
}
