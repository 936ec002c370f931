import { Button, Icon, saveFile, useToast } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';

export function BackupPanel() {
  const { t } = useWords();
  const session = useSession();
  const say = useToast();
  const task = useTask();
  const download = () =>
    task.run(async () => {
      const file = new Uint8Array(await session.backup());
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`eslabon-${day}.backup`, 'application/octet-stream', file);
      say(t('settings.backupDone'));
    });
  return (
    <section className="panel">
      <h2>{t('settings.backup')}</h2>
      <p>{t('settings.backupText')}</p>
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button disabled={task.busy} onClick={() => void download()}>
          <Icon name="file" />
          {t('settings.backupButton')}
        </Button>
      </div>
    </section>
  );
}
