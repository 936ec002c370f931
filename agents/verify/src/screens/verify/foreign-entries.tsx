import { Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';

/** Entries that the register has under a number that is not theirs. */
export function ForeignEntries({ count }: { count: number }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <Notice tone="warn">
      <p>{t('verify.foreign', { count })}</p>
    </Notice>
  );
}
