import { CheckField, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';

interface ApiKeyFieldsProps {
  apiKey: string;
  onApiKey(apiKey: string): void;
  remember: boolean;
  onRemember(remember: boolean): void;
}

/** The key of the post for its agent. */
export function ApiKeyFields({ apiKey, onApiKey, remember, onRemember }: ApiKeyFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <TextField
        type="password"
        label={t('data.apiKey')}
        className="mono"
        value={apiKey}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onApiKey(target.value.trim())}
      />
      <CheckField
        label={t('data.remember')}
        checked={remember}
        onChange={({ target }) => onRemember(target.checked)}
      />
    </>
  );
}
