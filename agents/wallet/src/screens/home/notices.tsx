import { Button, Notice } from '@eslabon/ui';
import { formatDay, formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { NoticeKind } from '../../session/contract.js';

const tones: Record<NoticeKind, 'good' | 'warn' | 'bad' | 'calm'> = {
  'expires-soon': 'warn',
  expired: 'bad',
  suspended: 'bad',
  revoked: 'bad',
  reinstated: 'good',
  renewed: 'good',
  'data-old': 'warn',
};

/** What has happened since somebody last looked; gone when it was seen. */
export function Notices() {
  const { t, language } = useWords();
  const session = useSession();
  const { notices, certificates } = useReady();
  const task = useTask();
  const fresh = notices.filter(({ seen }) => !seen);
  if (fresh.length === 0) return null;
  return (
    <section className="stack" aria-label={t('notice.label')}>
      {fresh.map(({ id, kind, certificateId, at }) => {
        const certificate = certificates.find((held) => held.id === certificateId);
        return (
          <div key={id} data-notice={kind}>
            <Notice tone={tones[kind]} title={t(`notice.${kind}.title`)} announce>
              <p>
                {certificate !== undefined && (
                  <>
                    {certificate.legalName}{' '}
                    <span className="mono small">{certificate.certificateNumber}</span>
                    <br />
                  </>
                )}
                {t(`notice.${kind}.text`, {
                  when:
                    certificate?.validUntil === undefined ? '' : formatDay(certificate.validUntil, language),
                })}
              </p>
              <p className="soft small">{formatInstant(at, language)}</p>
            </Notice>
          </div>
        );
      })}
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button disabled={task.busy} onClick={() => void task.run(() => session.markNoticesSeen())}>
          {t('notice.seen', { count: fresh.length })}
        </Button>
      </div>
    </section>
  );
}
