import { Facts } from '@eslabon/ui';
import { countryName, formatDay, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { CertificateView } from '../../session/contract.js';
import { claimValue } from '../../words/claim-value.js';

export function CertificateFacts({ certificate }: { certificate: CertificateView }) {
  const { t, language } = useWords();
  const { tin, issuer, validFrom, validUntil, certificateType, operatorRoles } = certificate;
  return (
    <section className="panel">
      <h2>{t('certificate.facts')}</h2>
      <Facts
        facts={[
          [t('claims.legalName'), certificate.legalName],
          [
            t('claims.tin'),
            <span key="tin" className="mono">
              {tin.country} {tin.number}
            </span>,
          ],
          [t('claims.certificateNumber'), certificate.certificateNumber],
          [t('claims.certificateType'), claimValue('certificateType', certificateType, language)],
          [t('claims.operatorRoles'), claimValue('operatorRoles', operatorRoles.join(','), language)],
          [t('certificate.issuer'), `${issuer.name} (${countryName(issuer.country, language)})`],
          [t('certificate.from'), formatDay(validFrom, language)],
          [
            t('claims.validUntil'),
            validUntil === undefined ? t('certificate.noEnd') : formatDay(validUntil, language),
          ],
          [t('certificate.received'), formatInstant(certificate.receivedAt, language)],
        ]}
      />
    </section>
  );
}
