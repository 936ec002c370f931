import { Segments, TextField } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { type DelegationDraft, periodOf, presets } from './delegation-draft.js';

interface PeriodFieldsProps {
  draft: DelegationDraft;
  fault: string | undefined;
  onChange(changes: Partial<DelegationDraft>): void;
}

/** How long it holds: short, so that what is lost does no harm for long. */
export function PeriodFields({ draft, fault, onChange }: PeriodFieldsProps) {
  const { t, language } = useWords();
  return (
    <>
      <Segments
        legend={t('give.period')}
        value={draft.preset}
        onChange={(preset) => onChange({ preset })}
        segments={presets.map((value) => ({ value, label: t(`give.preset.${value}`) }))}
      />
      {draft.preset === 'other' ? (
        <div className="columns">
          <TextField
            type="datetime-local"
            label={t('give.from')}
            value={draft.from}
            onChange={({ target }) => onChange({ from: target.value })}
          />
          <TextField
            type="datetime-local"
            label={t('give.until')}
            hint={t('give.untilHint')}
            error={fault}
            value={draft.until}
            onChange={({ target }) => onChange({ until: target.value })}
          />
        </div>
      ) : (
        <p className="soft">
          {t('give.ends', { when: formatInstant(periodOf(draft, new Date()).until, language) })}
          {fault !== undefined && (
            <span className="fault" role="alert">
              {' '}
              {fault}
            </span>
          )}
        </p>
      )}
    </>
  );
}
