import { CheckField, SelectField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { DelegationDraft } from './delegation-draft.js';

const ages = [
  { seconds: 3600, key: 'hour' },
  { seconds: 6 * 3600, key: 'sixHours' },
  { seconds: 86_400, key: 'day' },
] as const;

interface StatusFieldsProps {
  draft: DelegationDraft;
  onChange(changes: Partial<DelegationDraft>): void;
}

/** Whether it can be taken back before it ends, and how soon that shows at the border. */
export function StatusFields({ draft, onChange }: StatusFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <CheckField
        label={t('give.withdrawable')}
        checked={draft.withdrawable}
        onChange={({ target }) => onChange({ withdrawable: target.checked })}
      />
      {draft.withdrawable && (
        <SelectField
          label={t('give.maxAge')}
          hint={t('give.maxAgeHint')}
          options={ages.map(({ seconds, key }) => ({ value: `${seconds}`, label: t(`give.age.${key}`) }))}
          value={`${draft.maxAge}`}
          onChange={(seconds) => onChange({ maxAge: Number(seconds) })}
        />
      )}
    </>
  );
}
