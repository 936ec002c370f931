import { Button, TextField, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';

export function DevicePanel() {
  const { t } = useWords();
  const session = useSession();
  const say = useToast();
  const { settings, did } = useReady();
  const task = useTask();
  const [name, setName] = useState(settings.deviceName);
  const deviceName = name.trim();
  const save = () =>
    task.run(async () => {
      await session.changeSettings({ deviceName });
      say(t('common.saved'));
    });
  return (
    <section className="panel">
      <h2>{t('settings.device')}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (deviceName !== '') void save();
        }}
      >
        <TextField
          label={t('start.deviceName')}
          hint={t('start.deviceNameHint')}
          error={deviceName === '' ? t('start.deviceNameMissing') : undefined}
          value={name}
          required
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        <TroubleNotice trouble={task.trouble} />
        <div className="row">
          <Button type="submit" disabled={task.busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      <details>
        <summary>{t('settings.key')}</summary>
        <p className="mono small">{did}</p>
      </details>
    </section>
  );
}
