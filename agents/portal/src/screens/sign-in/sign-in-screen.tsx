import { Button, Notice, Progress, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { type FormEvent, useState } from 'react';
import { Frame } from '../../app/frame.js';
import { PageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { SignedOutBecause } from '../../session/session.js';

/** By a key of the authority's agent. What was open before is open again after the sign-in. */
export function SignInScreen({ because }: { because: SignedOutBecause | undefined }) {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  const [apiKey, setApiKey] = useState('');
  const signIn = (event: FormEvent) => {
    event.preventDefault();
    void task.run(() => session.signIn({ kind: 'key', apiKey }));
  };
  return (
    <Frame>
      <div className="stack loose narrow centred">
        <PageTitle>{t('signIn.title')}</PageTitle>
        {because !== undefined && task.trouble === undefined && (
          <Notice tone={because === 'left' ? 'good' : 'warn'} announce>
            <p>{t(`signIn.because.${because}`)}</p>
          </Notice>
        )}
        <TroubleNotice trouble={task.trouble} />
        <form className="panel" onSubmit={signIn}>
          <TextField
            type="password"
            label={t('signIn.key')}
            hint={t('signIn.keyHint')}
            className="mono"
            value={apiKey}
            autoComplete="off"
            spellCheck={false}
            required
            onChange={({ target }) => setApiKey(target.value.trim())}
          />
          <p className="soft small">{t('signIn.kept')}</p>
          <div className="row">
            <Button look="primary" type="submit">
              {t('signIn.button')}
            </Button>
          </div>
          {task.busy && <Progress label={t('signIn.working')} />}
        </form>
      </div>
    </Frame>
  );
}
