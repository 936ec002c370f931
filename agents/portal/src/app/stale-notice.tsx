import { Button, Notice, type Trouble } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';

interface StaleNoticeProps {
  /** Why what is shown could not be asked for again; undefined where it is the newest. */
  trouble: Trouble | undefined;
  onRetry(): Promise<void>;
}

/** What is shown stays, but may not be the newest. It is not said of what was done before: that may well have worked. */
export function StaleNotice({ trouble, onRetry }: StaleNoticeProps) {
  const { t } = useWords();
  if (trouble === undefined) return null;
  return (
    <Notice tone="warn" title={t('trouble.staleTitle')} announce>
      <p>{t('trouble.stale')}</p>
      <div className="row">
        <Button onClick={() => void onRetry()}>{t('trouble.retry')}</Button>
      </div>
      <p className="small soft">{t('common.code', { code: trouble.code })}</p>
    </Notice>
  );
}
