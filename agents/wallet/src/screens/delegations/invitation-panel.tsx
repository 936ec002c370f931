import { TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { ShareLink } from './share-link.js';

/** For who drives or brokers: the link that gives this device's key to a company. */
export function InvitationPanel() {
  const { t } = useWords();
  const session = useSession();
  const { settings } = useReady();
  const [name, setName] = useState(settings.deviceName);
  const trimmed = name.trim();
  return (
    <details>
      <summary>{t('invitation.title')}</summary>
      <div className="stack narrow">
        <p>{t('invitation.text')}</p>
        <TextField
          label={t('invitation.name')}
          hint={t('invitation.nameHint')}
          error={trimmed === '' ? t('invitation.nameMissing') : undefined}
          value={name}
          required
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
        {trimmed !== '' && <ShareLink text={session.invitation(trimmed)} label={t('invitation.qr')} />}
      </div>
    </details>
  );
}
