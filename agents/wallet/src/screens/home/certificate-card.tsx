import { countryName, formatDay } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { addressOf } from '../../app/route.js';
import type { CertificateView } from '../../session/contract.js';
import { CertificateStateChip } from '../state/certificate-state-chip.js';
import { countriesOf } from './countries-of.js';

export function CertificateCard({ certificate }: { certificate: CertificateView }) {
  const { t, language } = useWords();
  const { id, legalName, certificateNumber, issuer, state, validUntil, recognitions } = certificate;
  const count = countriesOf(recognitions).length;
  return (
    <article className="panel card">
      <CertificateStateChip state={state} />
      <h2>
        <a href={addressOf({ page: 'certificate', id })}>{legalName}</a>
      </h2>
      <p className="mono">{certificateNumber}</p>
      <p className="soft">
        {issuer.name} · {countryName(issuer.country, language)}
      </p>
      <p>
        {validUntil === undefined
          ? t('certificate.noEnd')
          : t('certificate.until', { when: formatDay(validUntil, language) })}
        {state === 'active' && ` · ${t('home.recognisedIn', { count })}`}
      </p>
    </article>
  );
}
