/** Type (`vct`) of an AEO certificate as SD-JWT VC. A change of meaning gets another. */
export const aeoVct = 'https://w3id.org/eslabon/credentials/aeo-certificate/v1';

/** Member of `status` (SD-JWT VC §2.2.2.2) that says where on which chain the status of the certificate stands. */
export const aeoStatusMember = 'eslabon';

/** Claims that say of the company what the certificate does, under the names that they have there. */
export const aeoSubjectClaims = [
  'legalName',
  'tradeName',
  'tin',
  'nationalId',
  'address',
  'certificate',
] as const;
