import type { CertificateType, Language, OperatorRole } from '@eslabon/core';
import { catalogues } from '@eslabon/verifier';

/** A claim's value in the words of a language, where it is a code that has some. */
export function claimValue(path: string, value: string, language: Language): string {
  const { roles, types } = catalogues[language];
  switch (path.split('.').at(-1)) {
    case 'certificateType':
      return types[value as CertificateType] ?? value;
    case 'operatorRoles':
      return value
        .split(/[,\s]+/)
        .map((role) => roles[role as OperatorRole] ?? role)
        .join(', ');
    default:
      return value;
  }
}
