import { Notice } from '@eslabon/ui';
import type { ReactNode } from 'react';
import type { Trouble } from '../engine/contract.js';
import { troubleKey } from '../words/trouble-words.js';
import { useWords } from '../words/use-words.js';

interface TroubleNoticeProps {
  trouble: Trouble | undefined;
  children?: ReactNode;
}

/** What went wrong and what to do, with the code and the message for who helps by telephone. */
export function TroubleNotice({ trouble, children }: TroubleNoticeProps) {
  const { t } = useWords();
  if (trouble === undefined) return null;
  return (
    <Notice tone="bad" title={t('trouble.title')} announce>
      <p>{t(`trouble.${troubleKey(trouble.code)}`)}</p>
      {children}
      <details>
        <summary>{t('common.code', { code: trouble.code })}</summary>
        <p className="mono small" lang="en">
          {trouble.message}
        </p>
      </details>
    </Notice>
  );
}
