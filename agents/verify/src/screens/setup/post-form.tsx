import { Button, SelectField, TextField } from '@eslabon/ui';
import { countryName } from '@eslabon/ui/format';
import { useWords } from '@eslabon/ui/words';
import { useState } from 'react';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useTask } from '../../app/use-task.js';
import type { Post, StoredAnchor } from '../../store/stored.js';
import { countriesFor } from './countries-for.js';

interface PostFormProps {
  anchor: StoredAnchor;
  post: Post | undefined;
  button: string;
  onPost(post: Post): Promise<void>;
}

export function PostForm({ anchor, post, button, onPost }: PostFormProps) {
  const { t, language } = useWords();
  const task = useTask();
  const [country, setCountry] = useState(post?.country ?? '');
  const [name, setName] = useState(post?.name ?? '');
  const [officer, setOfficer] = useState(post?.officer ?? '');
  const options = countriesFor(anchor)
    .map((code) => ({ value: code, label: `${countryName(code, language)} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const trimmed = officer.trim();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void task.run(() =>
          onPost({ country, name: name.trim(), ...(trimmed === '' ? {} : { officer: trimmed }) }),
        );
      }}
    >
      <SelectField
        label={t('setup.country')}
        hint={t('setup.countryHint')}
        options={options}
        none={t('common.choose')}
        value={country}
        required
        onChange={setCountry}
      />
      <TextField
        label={t('setup.postName')}
        hint={t('setup.postNameHint')}
        value={name}
        required
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={t('setup.officer')}
        hint={t('setup.officerHint')}
        value={officer}
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => setOfficer(target.value)}
      />
      <TroubleNotice trouble={task.trouble} />
      <div className="row">
        <Button look="primary" type="submit" disabled={task.busy || country === '' || name.trim() === ''}>
          {button}
        </Button>
      </div>
    </form>
  );
}
