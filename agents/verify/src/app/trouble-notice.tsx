import { TroubleNotice as KitTroubleNotice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { ReactNode } from 'react';
import type { Trouble } from '../engine/contract.js';
import { troubleKey } from '../words/trouble-words.js';

interface TroubleNoticeProps {
  trouble: Trouble | undefined;
  children?: ReactNode;
}

/** What went wrong and what to do, in the words of this app. */
export function TroubleNotice({ trouble, children }: TroubleNoticeProps) {
  const { t } = useWords();
  if (trouble === undefined) return null;
  const words = {
    title: t('trouble.title'),
    text: t(`trouble.${troubleKey(trouble.code)}`),
    code: t('common.code', { code: trouble.code }),
  };
  return (
    <KitTroubleNotice trouble={trouble} words={words}>
      {children}
    </KitTroubleNotice>
  );
}
