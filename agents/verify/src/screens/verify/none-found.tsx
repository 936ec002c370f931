import { Notice } from '@eslabon/ui';
import type { LookUpAnswer } from '../../engine/contract.js';
import { useWords } from '../../words/use-words.js';
import { ForeignEntries } from './foreign-entries.js';

/** A register that has nothing says nothing about the company. */
export function NoneFound({ answer }: { answer: LookUpAnswer }) {
  const { t } = useWords();
  return (
    <>
      <Notice tone="calm" title={t('verify.noneTitle')} announce>
        <p>{t('verify.none', { tin: answer.tin })}</p>
      </Notice>
      <ForeignEntries count={answer.foreign} />
    </>
  );
}
