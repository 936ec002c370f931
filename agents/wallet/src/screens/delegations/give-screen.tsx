import { Notice, PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useLink } from '../../app/links/use-link.js';
import { addressOf, goTo } from '../../app/route.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { DelegationWish } from '../../session/contract.js';
import { Capture } from '../capture/capture.js';
import { GiveForm } from './give-form.js';

/** From a driver's invitation to a delegation. */
export function GiveScreen() {
  const { t } = useWords();
  const session = useSession();
  const { certificates } = useReady();
  const task = useTask();
  const [delegate, setDelegate] = useState<DelegationWish['delegate']>();
  const read = (text: string) =>
    task.run(async () => {
      setDelegate(session.readInvitation(text));
    });
  const give = (wish: DelegationWish) =>
    task.run(async () => {
      const { id } = await session.delegate(wish);
      goTo({ page: 'delegation', id });
    });
  useLink('delegate', task.busy, (text) => void read(text));
  return (
    <div className="stack loose narrow">
      <PageHeading>{t('give.title')}</PageHeading>
      <TroubleNotice trouble={task.trouble} />
      {certificates.length === 0 && (
        <Notice tone="warn" title={t('give.noneTitle')}>
          <p>{t('give.none')}</p>
          <div className="row">
            <a className="button" href={addressOf({ page: 'receive' })}>
              {t('home.receive')}
            </a>
          </div>
        </Notice>
      )}
      {certificates.length > 0 && delegate === undefined && (
        <>
          <p>{t('give.intro')}</p>
          <Capture kind="delegate" onText={(text) => void read(text)} />
        </>
      )}
      {certificates.length > 0 && delegate !== undefined && (
        <GiveForm
          key={delegate.did}
          delegate={delegate}
          certificates={certificates}
          isBusy={task.busy}
          onGive={(wish) => void give(wish)}
          onOther={() => {
            task.clear();
            setDelegate(undefined);
          }}
        />
      )}
    </div>
  );
}
