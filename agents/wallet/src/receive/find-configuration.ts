import { aeoCredentialType } from '@eslabon/core';
import { aeoVct } from '@eslabon/credentials';
import type { IssuerMetadataResult } from '@openid4vc/openid4vci';
import { TroubleError } from '../trouble/trouble-error.js';

type Configuration = Record<string, unknown>;

/** Which forms of a certificate the wallet takes, the best first: the first one lets it disclose a part. */
const wanted: readonly ((configuration: Configuration) => boolean)[] = [
  ({ format, vct }) => format === 'dc+sd-jwt' && vct === aeoVct,
  ({ format, credential_definition: definition }) =>
    format === 'jwt_vc_json' &&
    ((definition as { type?: readonly string[] } | undefined)?.type ?? []).includes(aeoCredentialType),
];

/**
 * The best form among those that are offered.
 * @throws TroubleError OFFER_UNSUPPORTED
 */
export function findConfiguration(
  offered: readonly string[],
  { credentialIssuer }: IssuerMetadataResult,
): string {
  const all = credentialIssuer.credential_configurations_supported as Record<string, Configuration>;
  for (const fits of wanted) {
    const found = offered.find((id) => {
      const configuration = Object.hasOwn(all, id) ? all[id] : undefined;
      return configuration !== undefined && fits(configuration);
    });
    if (found !== undefined) return found;
  }
  throw new TroubleError(
    'OFFER_UNSUPPORTED',
    `Nothing that is offered is an AEO certificate: ${offered.join(', ')}.`,
  );
}
