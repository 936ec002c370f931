import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { CertificateView } from '../../session/contract.js';
import { CertificateStateChip } from '../state/certificate-state-chip.js';

/** The state, what it means for the company, and the verifier's own sentences on it. */
export function StatePanel({ certificate }: { certificate: CertificateView }) {
  const { t, language } = useWords();
  const { state, verdict } = certificate;
  return (
    <section className={`panel state-panel ${state}`} aria-label={t('certificate.state')}>
      <CertificateStateChip state={state} />
      <p>{t(`certificate.meaning.${state}`)}</p>
      {verdict !== undefined && (
        <>
          <ul className="plain-list">
            {verdict.reasons.map(({ code, sentence }) => (
              <li key={code}>{sentence[language]}</li>
            ))}
          </ul>
          {verdict.asOf !== undefined && (
            <p className="soft small">
              {t('data.asOf', { when: formatInstant(verdict.asOf.blockTime, language) })}
            </p>
          )}
        </>
      )}
    </section>
  );
}
