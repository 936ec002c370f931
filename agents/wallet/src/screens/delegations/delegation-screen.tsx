import { Facts, LiveRegion, Notice, PageHeading, useNow } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { ConfirmButton } from '../../app/confirm-button.js';
import { addressOf } from '../../app/route.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { DelegationStateChip } from '../state/delegation-state-chip.js';
import { givenState } from './given-state.js';
import { scopeText } from './scope-text.js';
import { ShareLink } from './share-link.js';

/** One delegation that was given: its link for the delegate, and the way to take it back. */
export function DelegationScreen({ id }: { id: string }) {
  const { t, language } = useWords();
  const session = useSession();
  const { given, certificates } = useReady();
  const task = useTask();
  const now = useNow();
  const delegation = given.find((each) => each.id === id);
  if (delegation === undefined) {
    return (
      <>
        <PageHeading>{t('given.goneTitle')}</PageHeading>
        <div className="row">
          <a className="button" href={addressOf({ page: 'delegations' })}>
            {t('given.back')}
          </a>
        </div>
      </>
    );
  }
  const state = givenState(delegation, now);
  const isOpen = state === 'valid' || state === 'not-yet-valid';
  const certificate = certificates.find((held) => held.id === delegation.certificateId);
  return (
    <div className="stack loose narrow">
      <PageHeading>{t('given.of', { name: delegation.delegate.name })}</PageHeading>
      <section className="panel">
        <DelegationStateChip state={state} />
        <Facts
          facts={[
            [t('given.scope'), scopeText(t, delegation)],
            [t('given.from'), formatInstant(delegation.validFrom, language)],
            [t('given.until'), formatInstant(delegation.validUntil, language)],
            ...(certificate === undefined
              ? []
              : [[t('claims.certificateNumber'), certificate.certificateNumber] as const]),
            ...(delegation.withdrawnAt === undefined
              ? []
              : [[t('given.withdrawnAt'), formatInstant(delegation.withdrawnAt, language)] as const]),
          ]}
        />
        {delegation.unpublished && (
          <Notice tone="warn">
            <p>{t('given.unpublished')}</p>
          </Notice>
        )}
        <TroubleNotice trouble={task.trouble} />
        <LiveRegion>{task.busy ? t('given.withdrawing') : ''}</LiveRegion>
        {isOpen && !delegation.withdrawable && <p className="soft">{t('given.notWithdrawable')}</p>}
        {isOpen && delegation.withdrawable && (
          <div className="row">
            <ConfirmButton
              label={t('given.withdraw')}
              title={t('given.withdrawTitle')}
              yes={t('given.withdrawYes')}
              disabled={task.busy}
              onYes={() => void task.run(() => session.withdraw(id))}
            >
              <p>{t('given.withdrawText')}</p>
            </ConfirmButton>
          </div>
        )}
      </section>
      {isOpen && (
        <section className="panel">
          <h2>{t('given.linkTitle')}</h2>
          <p>{t('given.linkText', { name: delegation.delegate.name })}</p>
          <ShareLink text={delegation.link} label={t('given.qr')} />
        </section>
      )}
      <div className="row">
        <a className="button" href={addressOf({ page: 'delegations' })}>
          {t('given.back')}
        </a>
      </div>
    </div>
  );
}
