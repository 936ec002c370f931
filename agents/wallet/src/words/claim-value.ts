import type { CertificateType, Language, OperatorRole } from '@eslabon/core';
import { countryName, formatDay, formatInstant } from '@eslabon/ui/format';
import { catalogues } from '@eslabon/verifier';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** A claim's value in the words of a language, where it is a code or a date. Everything else stays as it is. */
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
    case 'country':
    case 'addressCountry':
      return countryName(value, language);
    case 'decisionDate':
    case 'effectiveDate':
    case 'lastValidationDate':
    case 'validFrom':
    case 'validUntil':
      if (day.test(value)) return formatDay(value, language);
      return instant.test(value) ? formatInstant(value, language) : value;
    default:
      return value;
  }
}
