import { SelectField, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { useReady } from '../../app/session-context.js';
import type { LogFilter } from '../../log/select-entries.js';

interface LogFiltersProps {
  filter: LogFilter;
  onFilter(filter: LogFilter): void;
}

export function LogFilters({ filter, onFilter }: LogFiltersProps) {
  const { t, language } = useWords();
  const { terms } = useReady();
  return (
    <div className="filters">
      <TextField
        type="search"
        label={t('log.search')}
        hint={t('log.searchHint')}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <SelectField
        label={t('log.verdict')}
        none={t('log.all')}
        value={filter.verdict}
        options={Object.entries(terms[language].verdicts).map(([value, label]) => ({ value, label }))}
        onChange={(verdict) => onFilter({ ...filter, verdict })}
      />
      <SelectField
        label={t('log.show')}
        value={filter.show}
        options={(['all', 'waiting', 'uploaded'] as const).map((value) => ({
          value,
          label: t(`log.${value}`),
        }))}
        onChange={(show) => onFilter({ ...filter, show: show as LogFilter['show'] })}
      />
    </div>
  );
}
