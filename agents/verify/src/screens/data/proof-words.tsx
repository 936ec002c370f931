import type { BundleSummary } from '../../engine/contract.js';
import { formatCount } from '../../words/format.js';
import { useWords } from '../../words/use-words.js';

/** What a bundle proves, and what it does not. */
export function ProofWords({ summary: { trust, block } }: { summary: BundleSummary }) {
  const { t, language } = useWords();
  const number = formatCount(block.number, language);
  return (
    <div className="stack tight">
      {trust.mode === 'sealed' ? (
        <>
          <p>
            {t('data.provesSealed', { block: number, signers: trust.signers, validators: trust.validators })}
          </p>
          {trust.hops > 0 && <p>{t('data.provesSealedHops', { count: trust.hops })}</p>}
        </>
      ) : (
        <p>{t('data.provesAttested', { block: number })}</p>
      )}
      <p>{t('data.provesNot')}</p>
    </div>
  );
}
