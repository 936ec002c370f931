/** Forms in which a wallet may have a certificate, by the identifiers that issuer metadata gives them. */
export const credentialConfigurations = {
  'aeo-certificate-sd-jwt': 'dc+sd-jwt',
  'aeo-certificate-jwt': 'jwt_vc_json',
  'aeo-certificate-ldp': 'ldp_vc',
} as const;

export type CredentialConfiguration = keyof typeof credentialConfigurations;

export const credentialConfigurationIds = Object.keys(credentialConfigurations) as [
  CredentialConfiguration,
  ...CredentialConfiguration[],
];

/** Algorithms of holders' keys; HAIP asks for the first. */
export const holderAlgorithms = ['ES256', 'EdDSA'] as const;

/** How long before or after now a proof may say that it was made, in seconds: clocks differ. */
export const clockSkew = 60;
