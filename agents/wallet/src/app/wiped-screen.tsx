import { RestartPage } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { Frame } from './frame.js';

export function WipedScreen() {
  const { t } = useWords();
  return (
    <Frame>
      <RestartPage fromFirst title={t('settings.wiped')} button={t('settings.startAgain')} />
    </Frame>
  );
}
