import type { CertificateView } from '@eslabon/client/contract';
import { Button } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useCallback, useState } from 'react';
import { MayNot } from '../../app/may-not.js';
import { useSignedIn } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useEyes } from '../../app/use-eyes.js';
import { useFocusAfter } from '../../app/use-focus-after.js';
import { useInstant } from '../../app/use-instant.js';
import { useMay } from '../../app/use-may.js';
import { useLoaded } from '../../data/use-loaded.js';
import { DecideRenewal } from '../waiting/decide-renewal.js';
import { RenewalFacts } from '../waiting/renewal-facts.js';
import { RenewDialog } from './renew-dialog.js';

interface RenewPanelProps {
  /** Issued, and not revoked. */
  certificate: CertificateView;
  onChanged(): Promise<void>;
}

/** Proposes a renewal; where one waits, shows it to who decides. */
export function RenewPanel({ certificate: view, onChanged }: RenewPanelProps) {
  const { t } = useWords();
  const instant = useInstant();
  const { client } = useSignedIn();
  const eyes = useEyes();
  const may = useMay();
  const [isAsking, setIsAsking] = useState(false);
  // The button that asked is gone when something waits, or waits no more.
  const [done, setDone] = useState(0);
  const heading = useFocusAfter(done);
  const load = useCallback(
    async () => (await client.listRenewals({ params: { id: view.id } })).items,
    [client, view.id],
  );
  const [renewals, reload] = useLoaded(load);
  const waiting =
    renewals.state === 'loaded' ? renewals.value.find(({ state }) => state === 'proposed') : undefined;
  const changed = async () => {
    await Promise.all([reload(), onChanged()]);
  };
  const decided = async () => {
    await changed();
    setDone((count) => count + 1);
  };
  const { certificate } = view;
  const before = { ...certificate, validUntil: certificate.validUntil ?? null };
  return (
    <section className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {t('renew.title')}
      </h2>
      {renewals.state === 'failed' && (
        <TroubleNotice trouble={renewals.trouble}>
          <div className="row">
            <Button onClick={() => void reload()}>{t('trouble.retry')}</Button>
          </div>
        </TroubleNotice>
      )}
      {waiting !== undefined && (
        <>
          <p>
            <strong>{t(`renew.waits.${eyes}`)}</strong>
          </p>
          <p className="soft small">
            {t('waiting.by', {
              who: waiting.proposedBy,
              when: instant(waiting.proposedAt),
            })}
          </p>
          <RenewalFacts renewal={waiting} before={before} />
          {view.status !== 'active' && <p>{t('renew.onlyActive')}</p>}
          <DecideRenewal
            renewal={waiting}
            certificate={before}
            onDecided={decided}
            onFailed={() => void changed()}
          />
        </>
      )}
      {renewals.state === 'loaded' &&
        waiting === undefined &&
        (view.status !== 'active' ? (
          <p className="soft">{t('renew.onlyActive')}</p>
        ) : may('certificates:propose') ? (
          <>
            <p className="soft">{t('renew.intro')}</p>
            <div className="row">
              <Button onClick={() => setIsAsking(true)}>{t('renew.open')}</Button>
            </div>
          </>
        ) : (
          <MayNot act="propose" />
        ))}
      {isAsking && (
        <RenewDialog
          certificate={view}
          onClose={() => setIsAsking(false)}
          onProposed={async () => {
            await changed();
            setIsAsking(false);
            setDone((count) => count + 1);
          }}
          onFailed={() => void changed()}
        />
      )}
    </section>
  );
}
