import { Button, Notice, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { sendDecisions } from '../../agent/send-decisions.js';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import { ApiKeyFields } from '../settings/api-key-fields.js';

/** Sends what the agent does not have yet, when there is a network again. */
export function UploadPanel() {
  const { t } = useWords();
  const session = useSession();
  const { decisions, settings } = useReady();
  const task = useTask();
  const [apiKey, setApiKey] = useState(settings.apiKey ?? '');
  const [remember, setRemember] = useState(settings.apiKey !== undefined);
  const [isDone, setIsDone] = useState(false);
  const waiting = decisions.filter(({ uploadedAt }) => uploadedAt === undefined);

  const upload = () =>
    task.run(async () => {
      setIsDone(false);
      await session.changeSettings({ apiKey: remember ? apiKey : undefined });
      await sendDecisions(apiKey, waiting, (sent) => {
        const uploadedAt = new Date().toISOString();
        return session.saveDecisions(sent.map((entry) => ({ ...entry, uploadedAt })));
      });
      setIsDone(true);
    });

  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void upload();
      }}
    >
      <h2>{t('log.uploadTitle')}</h2>
      <TroubleNotice trouble={task.trouble} />
      {isDone && (
        <Notice tone="good" announce>
          <p>{t('log.uploadDone')}</p>
        </Notice>
      )}
      {task.busy && <Progress label={t('log.uploading')} />}
      {waiting.length === 0 ? (
        <p>{t('log.uploadNothing')}</p>
      ) : (
        <>
          <p className="soft">{t('log.uploadIntro')}</p>
          <ApiKeyFields apiKey={apiKey} onApiKey={setApiKey} remember={remember} onRemember={setRemember} />
          <div className="row">
            <Button type="submit" disabled={apiKey === '' || task.busy}>
              {t('log.upload', { count: waiting.length })}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
