import { Notice } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { LookUpAnswer } from '../../engine/contract.js';
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
