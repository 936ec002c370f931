import type { CertificateView } from '@eslabon/client/contract';
import { Button } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useCallback, useState } from 'react';
import { MayNot } from '../../app/may-not.js';
import { useSignedIn } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
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
  const { t, language } = useWords();
  const { client } = useSignedIn();
  const may = useMay();
  const [isAsking, setIsAsking] = useState(false);
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
  const { certificate } = view;
  const before = { ...certificate, validUntil: certificate.validUntil ?? null };
  return (
    <section className="panel">
      <h2>{t('renew.title')}</h2>
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
            <strong>{t('renew.waits')}</strong>
          </p>
          <p className="soft small">
            {t('waiting.by', {
              who: waiting.proposedBy,
              when: formatInstant(waiting.proposedAt, language),
            })}
          </p>
          <RenewalFacts renewal={waiting} before={before} />
          <DecideRenewal renewal={waiting} certificate={before} onDecided={changed} />
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
          }}
        />
      )}
    </section>
  );
}
