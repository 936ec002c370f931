import type { Purpose } from '@eslabon/core';
import { useWords } from '@eslabon/ui/words';

/** What a presentation is for, with its reference. */
export function PurposeWords({ purpose }: { purpose: Purpose }) {
  const { t } = useWords();
  return (
    <>
      {t(`request.purposes.${purpose.kind}`)}
      {purpose.kind !== 'counter' && (
        <>
          {' '}
          <span className="mono">{purpose.reference}</span>
        </>
      )}
    </>
  );
}
