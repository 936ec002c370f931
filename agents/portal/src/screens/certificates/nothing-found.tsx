import { useWords } from '@eslabon/ui/words';
import type { Filters } from '../../app/filters.js';
import { queryOf } from '../../app/filters.js';
import { addressOf } from '../../app/route.js';

/** A list that is empty because nothing fits, or because there is nothing yet. */
export function NothingFound({ filters }: { filters: Filters }) {
  const { t } = useWords();
  const isNarrowed = queryOf(filters) !== '';
  return (
    <section className="panel">
      <h2>{t(isNarrowed ? 'list.nothingTitle' : 'list.emptyTitle')}</h2>
      <p>{t(isNarrowed ? 'list.nothing' : 'list.empty')}</p>
      {isNarrowed && (
        <p>
          <a href={addressOf({ page: 'certificates', filters: {} })}>{t('list.all')}</a>
        </p>
      )}
    </section>
  );
}
