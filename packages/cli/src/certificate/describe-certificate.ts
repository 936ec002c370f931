import type { CertificateView } from '@eslabon/client/contract';
import type { Language } from '@eslabon/core';
import { certificateSentences } from './certificate-sentences.js';

/** A certificate as lines for a person: label and value; what is absent is left out. */
export function describeCertificate(view: CertificateView, language: Language): string[] {
  const say = certificateSentences[language];
  const { certificate: c, pendingChange: change } = view;
  const address = c.address;
  const fields: readonly (readonly [label: string, value: string | null | undefined])[] = [
    [say.number, c.certificateNumber],
    [say.status, view.status ?? view.state],
    [say.pending, change && [change.action, change.state, change.note].filter(Boolean).join(', ')],
    [say.name, c.legalName],
    [say.tradeName, c.tradeName],
    [say.tin, c.tin],
    [say.nationalId, c.nationalId && `${c.nationalId.scheme} ${c.nationalId.value}`],
    [say.type, c.certificateType],
    [say.roles, c.operatorRoles.join(', ')],
    [
      say.address,
      address &&
        [address.street, address.city, address.subdivision, address.postcode, address.country]
          .filter(Boolean)
          .join(', '),
    ],
    [say.programme, c.programme],
    [say.decided, c.decisionDate],
    [say.effective, c.effectiveDate],
    [say.validUntil, c.validUntil],
    [say.validated, c.lastValidationDate],
    [say.credential, view.credentialId],
    [say.id, view.id],
  ];
  const width = Math.max(...fields.map(([label]) => label.length));
  return fields.flatMap(([label, value]) => (value ? [`${label.padEnd(width)}  ${value}`] : []));
}
