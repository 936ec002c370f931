import { CopyButton, Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { codeGroups, spokenCode } from './code-groups.js';

/** What goes to the company by another way, and is shown this once. */
export function CodePart({ txCode }: { txCode: string }) {
  const { t } = useWords();
  return (
    <div className="stack">
      <h3>{t('offer.codeTitle')}</h3>
      <p className="transaction-code">
        <span aria-hidden="true" data-transaction-code>
          {groupsOf(txCode).map(({ at, digits }) => (
            <span key={at}>{digits}</span>
          ))}
        </span>
        <span className="hidden-visually">{spokenCode(txCode)}</span>
      </p>
      <p>{t('offer.codeText')}</p>
      <div className="row">
        <CopyButton
          text={txCode}
          label={t('offer.copyCode')}
          copied={t('offer.copied')}
          failed={t('offer.copyFailed')}
        />
      </div>
      <Notice tone="warn">
        <p>{t('offer.codeOnce')}</p>
      </Notice>
    </div>
  );
}

/** The groups with their places: two of them may have the same digits. */
function groupsOf(txCode: string): { at: number; digits: string }[] {
  return codeGroups(txCode).map((digits, at) => ({ at, digits }));
}
