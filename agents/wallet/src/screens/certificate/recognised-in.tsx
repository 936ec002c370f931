import { countryName } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { CertificateView } from '../../session/contract.js';
import { claimValue } from '../../words/claim-value.js';
import { countriesOf } from '../home/countries-of.js';

/** Where the certificate counts, and why: the arrangements in force. */
export function RecognisedIn({ certificate }: { certificate: CertificateView }) {
  const { t, language } = useWords();
  const countries = countriesOf(certificate.recognitions)
    .map(([country, recognitions]) => ({ country, name: countryName(country, language), recognitions }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <section className="panel">
      <h2>{t('certificate.recognisedIn')}</h2>
      {countries.length === 0 ? (
        <p className="soft">{t('certificate.recognisedNowhere')}</p>
      ) : (
        <ul className="countries">
          {countries.map(({ country, name, recognitions }) => (
            <li key={country} data-country={country}>
              <h3>{name}</h3>
              {recognitions.map(({ arrangement, roles }) => (
                <p key={arrangement.id} className="small">
                  {arrangement.label}
                  <br />
                  <span className="soft">
                    {t('certificate.forRoles', {
                      roles: claimValue('operatorRoles', roles.join(','), language),
                    })}
                  </span>
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {certificate.state === 'suspended' && <p>{t('certificate.notWhileSuspended')}</p>}
    </section>
  );
}
