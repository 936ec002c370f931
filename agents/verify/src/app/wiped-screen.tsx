import { Button } from '../ui/button.js';
import { PageHeading } from '../ui/page-heading.js';
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
