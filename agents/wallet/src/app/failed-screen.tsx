import { Button, PageHeading } from '@eslabon/ui';
import type { Trouble } from '../session/contract.js';
import { useWords } from '../words/use-words.js';
import { Frame } from './frame.js';
import { TroubleNotice } from './trouble-notice.js';

/** Without storage or keys there is nothing that could be relied on. */
export function FailedScreen({ trouble }: { trouble: Trouble }) {
  const { t } = useWords();
  return (
    <Frame>
      <PageHeading>{t('trouble.startTitle')}</PageHeading>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button look="primary" onClick={() => location.reload()}>
          {t('trouble.retry')}
        </Button>
      </div>
    </Frame>
  );
}
