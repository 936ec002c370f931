import { PageHeading } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady } from '../../app/session-context.js';
import { everything, selectEntries } from '../../log/select-entries.js';
import { ClearLog } from './clear-log.js';
import { ExportPanel } from './export-panel.js';
import { LogFilters } from './log-filters.js';
import { LogTable } from './log-table.js';
import { UploadPanel } from './upload-panel.js';

/** What was decided here, until it is somewhere else. */
export function LogScreen() {
  const { t } = useWords();
  const { decisions } = useReady();
  const [filter, setFilter] = useState(everything);
  const selected = selectEntries(decisions, filter);
  if (decisions.length === 0) {
    return (
      <>
        <PageHeading>{t('log.title')}</PageHeading>
        <section className="panel">
          <h2>{t('log.emptyTitle')}</h2>
          <p>{t('log.empty')}</p>
        </section>
      </>
    );
  }
  return (
    <>
      <PageHeading>{t('log.title')}</PageHeading>
      <section className="panel">
        <LogFilters filter={filter} onFilter={setFilter} />
        <p role="status" className="soft">
          {selected.length === 0 ? t('log.nothing') : t('log.count', { count: selected.length })}
        </p>
        {selected.length > 0 && <LogTable entries={selected} />}
      </section>
      <div className="columns">
        <ExportPanel entries={selected} />
        <UploadPanel />
      </div>
      <ClearLog />
    </>
  );
}
