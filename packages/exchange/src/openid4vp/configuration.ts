import { signatureAlgorithms } from '@eslabon/credentials';

/** Forms in which a certificate may be presented, by the ids that they have in the query. */
export const credentialQueryIds = [
  'certificate',
  'certificate_jwt',
  'certificate_ldp',
  'delegation',
] as const;

export type CredentialQueryId = (typeof credentialQueryIds)[number];

/** Whom a signed request is for, where the wallet is not known before (OpenID4VP 1.0 §5.8). */
export const walletAudience = 'https://self-issued.me/v2';

/** How answers may be encrypted (HAIP 1.0 §5): by a key agreed on with the session's key, which is one of P-256. */
export const answerKeyAgreement = 'ECDH-ES';
export const answerEncryptions = ['A128GCM', 'A256GCM'] as const;

/** How long after it was made a presentation may arrive, and how far clocks may differ, in seconds. */
export const presentationLasts = 300;
export const presentationSkew = 300;

/** Cryptosuites of presentations with a Data Integrity proof, and of what is in them. */
export const ldpSuites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const;

/** Formats that this verifier reads, as wallets are told (OpenID4VP 1.0 §11.1, appendix B). */
export const vpFormatsSupported = {
  'dc+sd-jwt': {
    'sd-jwt_alg_values': [...signatureAlgorithms],
    'kb-jwt_alg_values': [...signatureAlgorithms],
  },
  jwt_vc_json: { alg_values: [...signatureAlgorithms] },
  ldp_vc: { proof_type_values: ['DataIntegrityProof'], cryptosuite_values: [...ldpSuites] },
};
