import { Button, saveFile } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useSession } from '../../app/session-context.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { LoggedDecision } from '../../log/logged-decision.js';
import { toCsv } from '../../log/to-csv.js';

/** The entries that are shown, as a file. */
export function ExportPanel({ entries }: { entries: readonly LoggedDecision[] }) {
  const { t } = useWords();
  const session = useSession();
  const task = useTask();
  const save = (extension: 'json' | 'csv', mediaType: string, write: () => string) =>
    task.run(async () => {
      const exportedAt = new Date().toISOString();
      saveFile(`eslabon-${exportedAt.slice(0, 10)}.${extension}`, mediaType, write());
      await session.saveDecisions(entries.map((entry) => ({ ...entry, exportedAt })));
    });
  const isEmpty = entries.length === 0;
  return (
    <section className="panel">
      <h2>{t('log.exportTitle')}</h2>
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button
          disabled={isEmpty}
          onClick={() => void save('json', 'application/json', () => JSON.stringify(entries, null, 2))}
        >
          {t('log.exportJson')}
        </Button>
        <Button
          disabled={isEmpty}
          onClick={() => void save('csv', 'text/csv;charset=utf-8', () => toCsv(entries))}
        >
          {t('log.exportCsv')}
        </Button>
      </div>
    </section>
  );
}
