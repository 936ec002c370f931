import { aeoContext, aeoCredentialType, vcdm2Context } from '@eslabon/core';
import { aeoVct } from '@eslabon/credentials';
import {
  type CredentialConfiguration,
  credentialConfigurations,
  holderAlgorithms,
} from '../configurations.js';
import { encryptionMetadata, type RequestEncryptionJwk } from '../encryption/encryption-metadata.js';
import { issuanceEndpoint } from '../endpoints.js';

export interface IssuerMetadataOptions {
  /** Credential Issuer Identifier: an origin, without a final slash. */
  issuer: string;
  /** Name of the authority. */
  name: string;
  configurations: readonly CredentialConfiguration[];
  /** Most copies of a credential at a time, each for a key of its own. */
  batchSize: number;
  /** What wallets may encrypt requests to. */
  encryptionJwk: RequestEncryptionJwk;
}

const display = [
  { name: 'AEO certificate', locale: 'en' },
  { name: 'Certificado OEA', locale: 'es' },
  { name: 'Certificado OEA', locale: 'pt' },
];

const signedBy = { 'dc+sd-jwt': ['ES256'], jwt_vc_json: ['ES256'], ldp_vc: ['eddsa-rdfc-2022'] } as const;

/** What each format has besides (OpenID4VCI 1.0 appendix A). */
const formatMembers = {
  'dc+sd-jwt': { vct: aeoVct },
  jwt_vc_json: { credential_definition: { type: ['VerifiableCredential', aeoCredentialType] } },
  ldp_vc: {
    credential_definition: {
      '@context': [vcdm2Context, aeoContext],
      type: ['VerifiableCredential', aeoCredentialType],
    },
  },
} as const;

/** Credential issuer metadata (OpenID4VCI 1.0 §12.2.4): members of the standard and no other. */
export function issuerMetadata(options: IssuerMetadataOptions): object {
  const { issuer, name, configurations, encryptionJwk, batchSize } = options;
  return {
    credential_issuer: issuer,
    credential_endpoint: issuanceEndpoint(issuer, 'credential'),
    nonce_endpoint: issuanceEndpoint(issuer, 'nonce'),
    deferred_credential_endpoint: issuanceEndpoint(issuer, 'deferred'),
    notification_endpoint: issuanceEndpoint(issuer, 'notification'),
    ...encryptionMetadata(encryptionJwk),
    ...(batchSize > 1 && { batch_credential_issuance: { batch_size: batchSize } }),
    display: [{ name }],
    credential_configurations_supported: Object.fromEntries(
      configurations.map((configuration) => [configuration, configurationMetadata(configuration)]),
    ),
  };
}

function configurationMetadata(configuration: CredentialConfiguration): object {
  const format = credentialConfigurations[configuration];
  return {
    format,
    // Holders are did:jwk: the only ones whose key can be looked up at a border post without a network.
    cryptographic_binding_methods_supported: ['jwk', 'did:jwk'],
    credential_signing_alg_values_supported: [...signedBy[format]],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: [...holderAlgorithms] } },
    credential_metadata: { display },
    ...formatMembers[format],
  };
}
