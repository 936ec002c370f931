import { Button, Icon, LiveRegion, Progress } from '@eslabon/ui';
import { useWords } from '@eslabon/ui/words';
import type { Filters } from '../../app/filters.js';
import { PageTitle } from '../../app/page-title.js';
import { addressOf } from '../../app/route.js';
import { TroubleNotice } from '../../app/trouble-notice.js';
import { useMay } from '../../app/use-may.js';
import { CertificateList } from './certificate-list.js';
import { FilterForm } from './filter-form.js';
import { NothingFound } from './nothing-found.js';
import { useCertificates } from './use-certificates.js';

/** All certificates of the authority, narrowed by what the address says. */
export function CertificatesScreen({ filters }: { filters: Filters }) {
  const { t } = useWords();
  const may = useMay();
  const { list, reload, more, isFetchingMore, moreTrouble } = useCertificates(filters);
  return (
    <>
      <div className="row">
        <PageTitle>{t('list.title')}</PageTitle>
        {may('certificates:propose') && (
          <a className="button to-the-end" href={addressOf({ page: 'propose' })}>
            <Icon name="plus" />
            {t('list.propose')}
          </a>
        )}
      </div>
      <FilterForm filters={filters} />
      <LiveRegion className="soft">
        {list.state === 'loaded' &&
          t(list.value.next === undefined ? 'list.count' : 'list.countOrMore', {
            count: list.value.items.length,
          })}
      </LiveRegion>
      {list.state === 'loading' && <Progress label={t('list.loading')} />}
      {list.state === 'failed' && (
        <TroubleNotice trouble={list.trouble}>
          <div className="row">
            <Button onClick={() => void reload()}>{t('trouble.retry')}</Button>
          </div>
        </TroubleNotice>
      )}
      {list.state === 'loaded' &&
        (list.value.items.length === 0 ? (
          <NothingFound filters={filters} />
        ) : (
          <CertificateList
            certificates={list.value.items}
            hasMore={list.value.next !== undefined}
            isFetchingMore={isFetchingMore}
            onMore={more}
          />
        ))}
      <TroubleNotice trouble={moreTrouble} />
    </>
  );
}
