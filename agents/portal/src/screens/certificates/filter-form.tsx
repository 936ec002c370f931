import { Button, Icon, SelectField, TextField } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import { type FormEvent, useEffect, useState } from 'react';
import { type Filters, type SearchKind, type ShowKind, searchKinds, showKinds } from '../../app/filters.js';
import { goTo } from '../../app/route.js';
import { searchFault } from './search-fault.js';

/** Narrows the list: what is chosen goes into the address, and comes back from there. */
export function FilterForm({ filters }: { filters: Filters }) {
  const { t } = useWords();
  const { kind: searchedKind, text: searchedText } = filters.search ?? {};
  const [kind, setKind] = useState<SearchKind>(searchedKind ?? 'name');
  const [text, setText] = useState(searchedText ?? '');
  const [fault, setFault] = useState<ReturnType<typeof searchFault>>();
  useEffect(() => {
    if (searchedKind !== undefined) setKind(searchedKind);
    setText(searchedText ?? '');
    setFault(undefined);
  }, [searchedKind, searchedText]);

  const apply = (show: ShowKind | undefined) => {
    const searched = text.trim();
    const found = searchFault(kind, searched);
    setFault(found);
    if (found !== undefined) return;
    const search = searched === '' ? {} : { search: { kind, text: searched } };
    goTo({ page: 'certificates', filters: { ...search, ...(show !== undefined && { show }) } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(filters.show);
  };
  return (
    <search>
      <form className="filters" onSubmit={submit}>
        <SelectField
          label={t('list.searchIn')}
          options={searchKinds.map((value) => ({ value, label: t(`list.kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value as SearchKind)}
        />
        <TextField
          type="search"
          label={t('list.search')}
          value={text}
          error={fault === undefined ? undefined : t(`list.${fault}`)}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit">
          <Icon name="search" />
          {t('list.find')}
        </Button>
        <SelectField
          label={t('list.show')}
          none={t('list.showAll')}
          options={showKinds.map((value) => ({ value, label: t(`list.shown.${value}`) }))}
          value={filters.show ?? ''}
          onChange={(value) => apply(showKinds.find((known) => known === value))}
        />
      </form>
    </search>
  );
}
