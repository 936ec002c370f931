import { Facts, Notice } from '@eslabon/ui';
import { countryName } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { RequestPreview } from '../../session/contract.js';

/** Who asks. A name is shown only where it is proven: anybody can call themselves a customs authority. */
export function VerifierFacts({ verifier }: Pick<RequestPreview, 'verifier'>) {
  const { t, language } = useWords();
  const { authority, host, clientId } = verifier;
  return (
    <>
      {authority === undefined ? (
        <Notice tone="bad" title={t('present.unknownTitle')}>
          <p>{t('present.unknown', { host })}</p>
        </Notice>
      ) : (
        <Notice tone="good" title={`${authority.name} · ${countryName(authority.country, language)}`}>
          <p>{t('present.proven')}</p>
        </Notice>
      )}
      <Facts
        facts={[
          [
            t('present.host'),
            <span key="host" className="mono">
              {host}
            </span>,
          ],
        ]}
      />
      <details>
        <summary>{t('common.details')}</summary>
        <p className="mono small">{clientId}</p>
      </details>
    </>
  );
}
