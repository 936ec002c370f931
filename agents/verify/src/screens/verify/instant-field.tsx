import { Button, Notice, TextField } from '@eslabon/ui';
import { formatInstant } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';

interface InstantFieldProps {
  value: Date | undefined;
  onChange(value: Date | undefined): void;
}

/** The moment asked about, for disputes and audits. Hidden away: at the counter it is always now. */
export function InstantField({ value, onChange }: InstantFieldProps) {
  const { t, language } = useWords();
  return (
    <>
      {value !== undefined && (
        <Notice tone="warn" announce>
          <p>{t('verify.instantActive', { when: formatInstant(value, language) })}</p>
          <div className="row">
            <Button onClick={() => onChange(undefined)}>{t('verify.instantNow')}</Button>
          </div>
        </Notice>
      )}
      <details>
        <summary>{t('verify.instant')}</summary>
        <div className="narrow">
          <TextField
            type="datetime-local"
            label={t('verify.instantLabel')}
            hint={t('verify.instantHint', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
            value={value === undefined ? '' : localText(value)}
            onChange={({ target }) => onChange(target.value === '' ? undefined : new Date(target.value))}
          />
        </div>
      </details>
    </>
  );
}

/** The form that a datetime-local field has: local time to the minute. */
function localText(instant: Date): string {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
