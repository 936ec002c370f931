import { Button, Facts, Notice, Progress, StepHeading, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useSlow } from '../../app/use-slow.js';
import type { OfferPreview } from '../../session/contract.js';

import { txCodeFault } from './tx-code-fault.js';

interface OfferPanelProps {
  offer: OfferPreview;
  isBusy: boolean;
  /** Whether the code that was sent last is wrong. */
  isCodeWrong: boolean;
  onAccept(txCode: string | undefined): void;
  onCancel(): void;
}

/** Who offers, and the code that the issuer sent by another way. */
export function OfferPanel({ offer, isBusy, isCodeWrong, onAccept, onCancel }: OfferPanelProps) {
  const { t } = useWords();
  const slow = useSlow(isBusy);
  const { issuer, txCode } = offer;
  const [code, setCode] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const fault = txCodeFault(code, txCode);
  const error = isCodeWrong
    ? t('trouble.TX_CODE_WRONG')
    : wasSent && fault !== undefined
      ? t(`receive.${fault}`, { length: txCode?.length })
      : undefined;
  return (
    <section className="panel">
      <StepHeading>{t('receive.offerTitle')}</StepHeading>
      <Facts
        facts={[
          [t('receive.issuer'), issuer.name],
          [
            t('receive.issuerUrl'),
            <span key="url" className="mono">
              {issuer.url}
            </span>,
          ],
        ]}
      />
      <Notice tone="calm">
        <p>{t('receive.compare')}</p>
      </Notice>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setWasSent(true);
          if (fault === undefined && !isBusy) onAccept(txCode === undefined ? undefined : code.trim());
        }}
      >
        {txCode !== undefined && (
          <TextField
            label={t('receive.txCode')}
            hint={t('receive.txCodeHint')}
            error={error}
            className="mono"
            value={code}
            readOnly={isBusy}
            required
            inputMode={txCode.numeric ? 'numeric' : 'text'}
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={64}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
        {txCode?.description !== undefined && (
          <p className="soft small">{t('receive.says', { text: txCode.description })}</p>
        )}
        {isBusy ? (
          <Progress label={t(slow ? 'receive.waiting' : 'receive.accepting')} />
        ) : (
          <div className="row">
            <Button look="primary" type="submit">
              {t('receive.accept')}
            </Button>
            <Button onClick={onCancel}>{t('common.cancel')}</Button>
          </div>
        )}
      </form>
    </section>
  );
}
