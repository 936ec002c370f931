import { Button, CheckField, Progress, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { NewWallet } from '../../session/contract.js';
import { hasPasskeys } from './has-passkeys.js';

export function SetUpForm({ onMade }: { onMade(made: NewWallet): void }) {
  const { t, language } = useWords();
  const session = useSession();
  const task = useTask();
  const [name, setName] = useState('');
  const [passkey, setPasskey] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const deviceName = name.trim();
  const setUp = () =>
    task.run(async () => {
      onMade(await session.setUp({ deviceName, passkey, language }));
    });
  return (
    <section className="panel">
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setWasSent(true);
          if (deviceName !== '') void setUp();
        }}
      >
        <TextField
          label={t('start.deviceName')}
          hint={t('start.deviceNameHint')}
          error={wasSent && deviceName === '' ? t('start.deviceNameMissing') : undefined}
          value={name}
          required
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        {hasPasskeys() && (
          <div className="stack tight">
            <CheckField
              label={t('start.passkey')}
              checked={passkey}
              onChange={({ target }) => setPasskey(target.checked)}
            />
            <p className="soft small">{t('start.passkeyHint')}</p>
          </div>
        )}
        <TroubleNotice trouble={task.trouble} />
        {task.busy ? (
          <Progress label={t('start.working')} />
        ) : (
          <div className="row">
            <Button look="primary" type="submit">
              {t('start.create')}
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
