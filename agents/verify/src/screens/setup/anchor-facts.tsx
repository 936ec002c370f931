import type { TrustAnchor } from '@eslabon/bundle';
import { Facts } from '@eslabon/ui';
import { countryName } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';

/** Everything that a trust anchor lets a post believe. */
export function AnchorFacts({ anchor }: { anchor: TrustAnchor }) {
  const { t, language } = useWords();
  const { seals, contracts, attestors } = anchor;
  return (
    <Facts
      facts={[
        [t('setup.network'), t('setup.chain', { id: anchor.chainId })],
        [
          t('setup.contracts'),
          <ul key="contracts" className="plain-list">
            {Object.entries(contracts).map(([name, { address }]) => (
              <li key={name}>
                {name} <span className="mono small">{address}</span>
              </li>
            ))}
          </ul>,
        ],
        [
          t('setup.attestors'),
          <ul key="attestors" className="plain-list">
            {attestors.map(({ country, kid }) => (
              <li key={kid}>
                {countryName(country, language)} <span className="mono small">{kid}</span>
              </li>
            ))}
          </ul>,
        ],
        [
          t('setup.validators'),
          seals === undefined
            ? t('setup.noValidators')
            : t('setup.validatorsOf', {
                count: seals.checkpoint.validators.length,
                block: seals.checkpoint.number,
                days: Math.floor(seals.trustingPeriod / 86_400),
              }),
        ],
      ]}
    />
  );
}

/** A fingerprint in groups that can be read out by telephone. */
export function Fingerprint({ value }: { value: string }) {
  const { t } = useWords();
  return (
    <div className="stack tight">
      <h3>{t('setup.fingerprint')}</h3>
      <ol className="fingerprint">
        {value.split(' ').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no names, and never move
          <li key={at}>{group}</li>
        ))}
      </ol>
    </div>
  );
}
