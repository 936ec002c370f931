import { Button, Notice, SelectField, TextField } from '@eslabon/ui';
import { countryName } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { useReady } from '../../app/session-context.js';

interface TinInputProps {
  onTin(query: { tinCountry: string; tin: string }): void;
}

/** Where the data hold a register, a company can be looked up by its tax number. */
export function TinInput({ onTin }: TinInputProps) {
  const { t, language } = useWords();
  const { bundle } = useReady();
  const [country, setCountry] = useState('');
  const [tin, setTin] = useState('');
  if (bundle.state !== 'open' || bundle.summary.registerSize === undefined) {
    return (
      <Notice tone="calm">
        <p>{t('verify.noRegister')}</p>
      </Notice>
    );
  }
  const options = bundle.summary.countries.map((code) => ({
    value: code,
    label: `${countryName(code, language)} (${code})`,
  }));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onTin({ tinCountry: country, tin });
      }}
    >
      <SelectField
        label={t('verify.country')}
        options={options}
        none={t('common.choose')}
        value={country}
        required
        onChange={setCountry}
      />
      <TextField
        label={t('verify.tinLabel')}
        hint={t('verify.tinHint')}
        className="mono"
        value={tin}
        required
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ target }) => setTin(target.value)}
      />
      <div className="row">
        <Button look="primary" type="submit" disabled={country === '' || tin.trim() === ''}>
          {t('verify.find')}
        </Button>
      </div>
    </form>
  );
}
