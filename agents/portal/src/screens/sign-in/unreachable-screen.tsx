import { Button, type Trouble } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { Frame } from '../../app/frame.js';
import { PageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';

/** The tab has a key, but the agent does not say whether it is good. */
export function UnreachableScreen({ trouble }: { trouble: Trouble }) {
  const { t } = useWords();
  const session = useSession();
  return (
    <Frame>
      <PageTitle>{t('trouble.startTitle')}</PageTitle>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button look="primary" onClick={() => void session.start()}>
          {t('trouble.retry')}
        </Button>
        <Button onClick={() => session.signOut()}>{t('app.signOut')}</Button>
      </div>
    </Frame>
  );
}
