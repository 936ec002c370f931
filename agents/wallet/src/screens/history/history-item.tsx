import { type Fact, Facts, Icon } from '@eslabon/ui';
import { countryName, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { HistoryEntry } from '../../session/contract.js';
import { claimName } from '../../words/claim-name.js';
import { purposeText } from '../../words/purpose-text.js';
import { troubleKey } from '../../words/trouble-words.js';

const icons = { presented: 'check', declined: 'shield', refused: 'cross', unconfirmed: 'clock' } as const;

export function HistoryItem({ entry }: { entry: HistoryEntry }) {
  const { t, language } = useWords();
  const { verifier, purpose, outcome, trouble, disclosed } = entry;
  const country = verifier.country === undefined ? '' : ` · ${countryName(verifier.country, language)}`;
  // Nobody has refused what nobody has answered.
  const shown = trouble?.code === 'UNCONFIRMED' ? 'unconfirmed' : outcome;
  const facts: Fact[] = [
    [t('history.when'), formatInstant(entry.at, language)],
    [t('present.host'), verifier.host],
    [t('history.purpose'), purpose === undefined ? t('present.noPurpose') : purposeText(t, purpose)],
  ];
  if (entry.certificateNumber !== '') {
    const how = entry.delegated ? ` (${t('present.delegation')})` : '';
    facts.push([t('claims.certificateNumber'), `${entry.certificateNumber}${how}`]);
  }
  facts.push([
    t('history.disclosed'),
    disclosed.length === 0 ? t('history.nothing') : disclosed.map((path) => claimName(t, path)).join(', '),
  ]);
  if (trouble !== undefined) {
    facts.push([t('history.refusal'), `${t(`trouble.${troubleKey(trouble.code)}`)} (${trouble.code})`]);
  }
  return (
    <article className="panel">
      <h2 className="history-who">
        {verifier.name ?? verifier.host}
        {country}
      </h2>
      <p className="outcome">
        <Icon name={icons[shown]} />
        {t(`history.${shown}`)}
      </p>
      <Facts facts={facts} />
    </article>
  );
}
