import type { Presentation } from '@eslabon/client/contract';
import { Button, CopyButton, Icon, LiveRegion, QrCode } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { Countdown } from './countdown.js';
import { PurposeWords } from './purpose-words.js';
import { refusalKey } from './refusal-key.js';
import { RefusalList } from './refusal-list.js';
import type { RequestFlow } from './request-flow.js';

interface WaitingViewProps {
  flow: Extract<RequestFlow, { step: 'waiting' }>;
  onAgain(): void;
}

/** The request as a code and a link, and what has become of it until now. */
export function WaitingView({ flow, onAgain }: WaitingViewProps) {
  const { t } = useWords();
  const { created, since, seen, isLineBroken } = flow;
  const { requestUrl, purpose } = created;
  const { refusals = [] } = seen ?? {};
  return (
    <div className="columns">
      <section className="panel">
        <h2>{t('request.scanTitle')}</h2>
        <p>{t('request.scan')}</p>
        <QrCode text={requestUrl} label={t('request.qrLabel')} />
        <div className="row">
          <CopyButton
            text={requestUrl}
            label={t('request.copy')}
            copied={t('request.copied')}
            failed={t('request.copyFailed')}
          />
          <a className="button" href={requestUrl}>
            {t('request.openHere')}
          </a>
        </div>
        <details>
          <summary>{t('request.link')}</summary>
          <p className="mono small">{requestUrl}</p>
        </details>
      </section>
      <section className="panel">
        <h2>{t('request.statusTitle')}</h2>
        <p>
          <PurposeWords purpose={purpose} />
        </p>
        <LiveRegion className="stack tight">
          <p className="request-state">
            <Icon name={seen?.state === 'fetched' ? 'people' : 'clock'} />
            <span>{t(seen?.state === 'fetched' ? 'request.fetched' : 'request.open')}</span>
          </p>
          {isLineBroken && (
            <p className="request-state">
              <Icon name="warning" />
              <span>{t('request.lineBroken')}</span>
            </p>
          )}
          <NewestRefusal refusals={refusals} />
        </LiveRegion>
        {/* By what the agent says of its own clock: the device's may be wrong. */}
        {seen !== undefined && (
          <Countdown until={since + Date.parse(seen.expiresAt) - Date.parse(seen.createdAt)} />
        )}
        <RefusalList refusals={refusals} />
        <div className="row">
          <Button onClick={onAgain}>{t('request.stop')}</Button>
        </div>
        <p className="soft small">{t('request.stopHint')}</p>
      </section>
    </div>
  );
}

/** What went wrong last, to be read out; all of it is in the list. */
function NewestRefusal({ refusals }: { refusals: Presentation['refusals'] }) {
  const { t } = useWords();
  const newest = refusals.at(-1);
  if (newest === undefined) return null;
  return (
    <p className="request-state">
      <Icon name="cross" />
      <span>
        {t('request.refusedTitle', { count: refusals.length })}. {t(`refusal.${refusalKey(newest.code)}`)}
      </span>
    </p>
  );
}
