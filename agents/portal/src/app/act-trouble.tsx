import { TroubleNotice as KitTroubleNotice, type Trouble } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { isUnsure } from '../data/is-unsure.js';
import { TroubleNotice } from './trouble-notice.js';

interface ActTroubleProps {
  trouble: Trouble | undefined;
  /** What to look at where nobody knows whether it was done; unless given, page and history. */
  unsure?: string;
}

/** What went wrong with something that changes what the agent holds: also where it may have been done all the same. */
export function ActTrouble({ trouble, unsure }: ActTroubleProps) {
  const { t } = useWords();
  if (trouble === undefined || !isUnsure(trouble)) return <TroubleNotice trouble={trouble} />;
  const words = {
    title: t('trouble.unsureTitle'),
    text: unsure ?? t('trouble.unsure'),
    code: t('common.code', { code: trouble.code }),
  };
  return <KitTroubleNotice trouble={trouble} words={words} />;
}
