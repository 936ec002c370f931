import { Button, CheckField, CopyButton, Icon, Notice, PageHeading, saveFile } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useEffect, useState } from 'react';
import { Frame } from '../../app/frame.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { NewWallet } from '../../session/contract.js';

interface RecoveryScreenProps {
  made: NewWallet;
  /** Once the wallet is stored. */
  onKept(): void;
}

/** The recovery code, once. The wallet is stored, and opens, when somebody has said that it is kept. */
export function RecoveryScreen({ made: { recoveryCode: code, keep }, onKept }: RecoveryScreenProps) {
  const { t } = useWords();
  const task = useTask();
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, []);
  return (
    <Frame>
      <div className="stack loose narrow centred">
        <PageHeading>{t('recovery.title')}</PageHeading>
        <p>{t('recovery.intro')}</p>
        <section className="panel" aria-label={t('recovery.title')}>
          <p className="recovery-code mono">{code}</p>
          <div className="row not-printed">
            <CopyButton
              text={code}
              label={t('common.copy')}
              copied={t('common.copied')}
              failed={t('common.copyFailed')}
            />
            <Button onClick={() => saveFile(t('recovery.fileName'), 'text/plain', `${code}\n`)}>
              <Icon name="file" />
              {t('recovery.download')}
            </Button>
            <Button onClick={() => print()}>
              <Icon name="print" />
              {t('recovery.print')}
            </Button>
          </div>
          <Notice tone="warn">
            <p>{t('recovery.warning')}</p>
          </Notice>
          <TroubleNotice trouble={task.trouble} />
          <CheckField
            label={t('recovery.kept')}
            checked={isKept}
            onChange={({ target }) => setIsKept(target.checked)}
          />
          <div className="row not-printed">
            <Button
              look="primary"
              disabled={!isKept || task.busy}
              onClick={() =>
                void task.run(async () => {
                  await keep();
                  onKept();
                })
              }
            >
              {t('recovery.done')}
            </Button>
          </div>
        </section>
      </div>
    </Frame>
  );
}
