import { Button, PageHeading } from '@eslabon/ui';
import { useWords } from '../words/use-words.js';
import { Frame } from './frame.js';

export function WipedScreen() {
  const { t } = useWords();
  return (
    <Frame>
      <PageHeading>{t('settings.wiped')}</PageHeading>
      <div className="row">
        <Button
          look="primary"
          onClick={() => {
            location.hash = '';
            location.reload();
          }}
        >
          {t('settings.startAgain')}
        </Button>
      </div>
    </Frame>
  );
}
