import { formatCount } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import type { BundleSummary } from '../../engine/contract.js';

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
