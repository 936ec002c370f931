import { Button, LiveRegion } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady, useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';

/** How new what the states stand on is. */
export function DataPanel() {
  const { t, language } = useWords();
  const session = useSession();
  const { data } = useReady();
  const task = useTask();
  const [isDone, setIsDone] = useState(false);
  const refresh = () => {
    setIsDone(false);
    return task.run(async () => {
      await session.refresh();
      setIsDone(true);
    });
  };
  const trouble = task.trouble ?? data.trouble;
  return (
    <section className="stack tight data">
      <p className="soft">
        {data.state === 'open'
          ? t('data.asOf', { when: formatInstant(data.blockTime, language) })
          : t('data.none')}
      </p>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button disabled={task.busy} onClick={() => void refresh()}>
          {t('data.refresh')}
        </Button>
        <LiveRegion className="soft">
          {task.busy ? t('data.refreshing') : isDone && trouble === undefined ? t('data.refreshed') : ''}
        </LiveRegion>
      </div>
    </section>
  );
}
