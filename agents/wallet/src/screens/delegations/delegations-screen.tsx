import { PageHeading, Progress, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useLink } from '../../app/links/use-link.js';
import { addressOf } from '../../app/route.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { HeldDelegation } from '../../session/contract.js';
import { Capture } from '../capture/capture.js';
import { GivenList } from './given-list.js';
import { HeldList } from './held-list.js';
import { InvitationPanel } from './invitation-panel.js';
import { OfferedDelegation } from './offered-delegation.js';

/** What this company gave, what this device holds, and how the two come together. */
export function DelegationsScreen() {
  const { t } = useWords();
  const session = useSession();
  const say = useToast();
  const { certificates, given, held } = useReady();
  const task = useTask();
  const [offered, setOffered] = useState<{ text: string; delegation: HeldDelegation }>();
  const read = (text: string) =>
    task.run(async () => {
      setOffered(undefined);
      setOffered({ text, delegation: await session.readDelegation(text) });
    });
  const take = (text: string) =>
    task.run(async () => {
      await session.acceptDelegation(text);
      setOffered(undefined);
      say(t('held.taken'));
    });
  useLink('delegation', task.busy, (text) => void read(text));
  return (
    <>
      <PageHeading>{t('delegations.title')}</PageHeading>
      <p>{t('delegations.intro')}</p>
      <TroubleNotice trouble={task.trouble} />
      {task.busy && <Progress label={t('held.taking')} />}
      {offered !== undefined && (
        <OfferedDelegation
          delegation={offered.delegation}
          isBusy={task.busy}
          onTake={() => void take(offered.text)}
          onCancel={() => setOffered(undefined)}
        />
      )}
      {(certificates.length > 0 || given.length > 0) && (
        <section className="stack">
          <h2>{t('given.title')}</h2>
          {given.length === 0 ? <p className="soft">{t('given.empty')}</p> : <GivenList />}
          {certificates.length > 0 && (
            <div className="row">
              <a className="button primary" href={addressOf({ page: 'give' })}>
                {t('given.give')}
              </a>
            </div>
          )}
        </section>
      )}
      <section className="stack">
        <h2>{t('held.title')}</h2>
        {held.length === 0 ? <p className="soft">{t('held.empty')}</p> : <HeldList />}
      </section>
      <InvitationPanel />
      <details>
        <summary>{t('held.takeTitle')}</summary>
        <div className="stack narrow">
          <p>{t('held.takeText')}</p>
          <Capture kind="delegation" onText={(text) => void read(text)} />
        </div>
      </details>
    </>
  );
}
