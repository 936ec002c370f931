import { RestartPage } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { Trouble } from '../session/contract.js';
import { Frame } from './frame.js';
import { TroubleNotice } from './trouble-notice.js';

/** Without storage or keys there is nothing that could be relied on. */
export function FailedScreen({ trouble }: { trouble: Trouble }) {
  const { t } = useWords();
  return (
    <Frame>
      <RestartPage title={t('trouble.startTitle')} button={t('trouble.retry')}>
        <TroubleNotice trouble={trouble} />
      </RestartPage>
    </Frame>
  );
}
